package io.bellamy.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a route takes and gives, for programs.
 *
 * @param name of the operation
 * @param summary in words
 * @param parameters of the address
 * @param body the contract of what is sent, where something is
 * @param answer the contract of what is answered; absent where that is text
 * @param mediaType of what is answered
 */
record RouteContract(
        String name,
        String summary,
        List<AddressParameter> parameters,
        Optional<String> body,
        Optional<String> answer,
        String mediaType) {

    RouteContract {
        parameters = List.copyOf(parameters);
    }

    /** Something that is got. */
    static RouteContract got(String name, String summary, String answer, AddressParameter... parameters) {
        return new RouteContract(
                name, summary, List.of(parameters), Optional.empty(), Optional.of(answer), HttpAnswer.JSON);
    }

    /** Something that is sent, and answered. */
    static RouteContract sent(String name, String summary, String body, String answer, AddressParameter... parameters) {
        return new RouteContract(
                name, summary, List.of(parameters), Optional.of(body), Optional.of(answer), HttpAnswer.JSON);
    }

    /** A text that is got. */
    static RouteContract text(String name, String summary, String mediaType) {
        return new RouteContract(name, summary, List.of(), Optional.empty(), Optional.empty(), mediaType);
    }

    /** A text that a request is answered with. */
    static RouteContract drawn(
            String name, String summary, String body, String mediaType, AddressParameter... parameters) {
        return new RouteContract(name, summary, List.of(parameters), Optional.of(body), Optional.empty(), mediaType);
    }

    /**
     * A parameter of the address.
     *
     * @param name of it
     * @param type of JSON
     * @param required whether it must be there
     * @param meaning in words
     */
    record AddressParameter(String name, String type, boolean required, String meaning) {

        static AddressParameter flag(String name, String meaning) {
            return new AddressParameter(name, "boolean", false, meaning);
        }

        void putInto(ObjectNode node) {
            node.put("name", name)
                    .put("in", "query")
                    .put("required", required)
                    .put("description", meaning)
                    .putObject("schema")
                    .put("type", type);
        }
    }
}
