package io.bellamy.web;

/** Something that can be asked. */
@FunctionalInterface
interface Endpoint {

    /**
     * Answers.
     *
     * @throws RuntimeException of any kind, which becomes a problem
     */
    HttpAnswer answer(HttpCall call);
}
