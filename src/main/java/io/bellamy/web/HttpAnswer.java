package io.bellamy.web;

import java.util.Map;

/**
 * What is answered.
 *
 * @param status as HTTP numbers it
 * @param mediaType of the text
 * @param text all of it
 * @param headers further ones
 */
record HttpAnswer(int status, String mediaType, String text, Map<String, String> headers) {

    static final String JSON = "application/json";

    HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** A document of JSON, as the command line prints it. */
    static HttpAnswer json(String document) {
        return new HttpAnswer(200, JSON, document, Map.of());
    }
}
