package io.bellamy.web;

import java.util.Map;

/** stub */
final class OpenApiEndpoint implements Endpoint {
    @Override
    public HttpAnswer answer(HttpCall call) {
        return new HttpAnswer(200, HttpAnswer.JSON, "{}", Map.of());
    }
}
