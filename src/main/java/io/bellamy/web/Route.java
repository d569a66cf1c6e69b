package io.bellamy.web;

/**
 * Something that can be asked, with its place.
 *
 * @param method of HTTP
 * @param path of the address
 * @param lane where it is worked on
 * @param access who may ask
 * @param endpoint that answers
 * @param contract of what is sent and answered
 */
record Route(String method, String path, Lane lane, Access access, Endpoint endpoint, RouteContract contract) {

    /** Who may ask. */
    enum Access {
        /** Anybody who reaches the address: it tells nothing of jobs. */
        OPEN,
        /** Who has a token, where there are tokens. */
        READ,
        /** Who has a token, or comes by a socket that is the user's own. */
        WRITE
    }

    boolean hasBody() {
        return method.equals("POST");
    }
}
