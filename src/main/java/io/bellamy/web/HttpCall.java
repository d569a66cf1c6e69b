package io.bellamy.web;

import java.util.Map;

/**
 * What is asked.
 *
 * @param path as it stands in the address
 * @param query the parameters of the address
 * @param mediaType of the body, without parameters and in lower case; blank where there is none
 * @param body as it was sent
 */
record HttpCall(String path, Map<String, String> query, String mediaType, Body body) {

    HttpCall {
        query = Map.copyOf(query);
    }

    /** Are there lines in any case, however many? */
    boolean isLines() {
        return mediaType.endsWith("jsonl") || mediaType.endsWith("ndjson");
    }

    /** Bytes, which nobody changes. */
    static final class Body {

        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        /** To be read. */
        java.io.InputStream stream() {
            return new java.io.ByteArrayInputStream(bytes);
        }
    }
}
