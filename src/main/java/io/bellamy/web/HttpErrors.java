package io.bellamy.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What HTTP itself has to object (headers that are none or too large, a stop under way) as problems too. */
final class HttpErrors extends ErrorHandler {

    private static final int UNAVAILABLE = 503;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String message = Optional.ofNullable(request.getAttribute(ErrorHandler.ERROR_MESSAGE))
                .map(String::valueOf)
                .orElse("no answer");
        WebProblem problem = status == UNAVAILABLE
                ? WebProblem.of(
                                status,
                                "stopping",
                                "The service is stopping",
                                "the service is stopping; ask again in a moment")
                        .with(WebProblem.RETRY_AFTER, "1")
                : WebProblem.of(status, "http", "This is no request that HTTP knows", message);
        HttpAnswer answer = ProblemJson.answer(problem);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.mediaType());
        SafeHeaders.put(response.getHeaders());
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(answer.text().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
