package io.bellamy.web;

import io.bellamy.problem.Quoted;
import io.bellamy.web.Route.Access;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** From a request of HTTP to its answer: who asks, what for, the body, the work, and what is told of it. */
final class ServiceHandler extends Handler.Abstract {

    /** Of many requests together. */
    private static final int MOST_BYTES = 1 << 20;

    /** A body must be there whole by then: who sends slowly holds nothing up but himself. */
    private static final int MOST_SECONDS = 10;

    private static final String ROUTE = ServiceHandler.class.getName() + ".route";

    private final Api api;
    private final Gate gate;
    private final Lanes lanes;
    private final Callers callers;
    private final Failures failures;
    private final Connections connections;
    private final BodyRoom room = new BodyRoom();

    ServiceHandler(Api api, Gate gate, Lanes lanes, Callers callers, Failures failures, Connections connections) {
        this.api = api;
        this.gate = gate;
        this.lanes = lanes;
        this.callers = callers;
        this.failures = failures;
        this.connections = connections;
    }

    /** The place that was asked, for figures: one of those that there are. */
    static String route(Request request) {
        return Optional.ofNullable(request.getAttribute(ROUTE))
                .map(String::valueOf)
                .orElse("none");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        connections.begun(request);
        Exchange exchange = new Exchange(request, response, callback);
        try {
            begin(request, exchange);
        } catch (RuntimeException failure) {
            exchange.tell(failures.problem(failure));
        }
        return true;
    }

    private void begin(Request request, Exchange exchange) {
        String path = request.getHttpURI().getCanonicalPath();
        List<Route> there = api.at(path);
        there.forEach(route -> request.setAttribute(ROUTE, route.path()));
        Optional<Route> route =
                there.stream().filter(one -> answers(one, request.getMethod())).findFirst();
        Optional<WebProblem> objection =
                gate.objection(callers.of(request), route.map(Route::access).orElse(Access.OPEN));
        if (objection.isPresent()) {
            exchange.refuse(objection.get());
        } else if (there.isEmpty()) {
            exchange.refuse(WebProblem.of(
                    404,
                    "not-found",
                    "There is nothing of this name",
                    Quoted.of(path) + ": there is nothing; see /openapi.json"));
        } else if (route.isEmpty()) {
            String allowed = there.stream().map(Route::method).collect(Collectors.joining(", "));
            exchange.refuse(WebProblem.of(
                            405,
                            "method-not-allowed",
                            "Asked by the wrong method",
                            Quoted.of(request.getMethod()) + " is not answered here; use " + allowed)
                    .with("Allow", allowed));
        } else if (route.get().hasBody()) {
            read(request, route.get(), exchange);
        } else {
            work(
                    route.get(),
                    new HttpCall(path, QueryParameters.of(request), "", new HttpCall.Body(new byte[0])),
                    exchange);
        }
    }

    private static boolean answers(Route route, String method) {
        return route.method().equals(method)
                || (method.equals("HEAD") && route.method().equals("GET"));
    }

    private void read(Request request, Route route, Exchange exchange) {
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        String mediaType = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!RequestBodies.FORMS.containsKey(mediaType)) {
            exchange.refuse(WebProblem.of(
                    415,
                    "unsupported-media-type",
                    "Not told what was sent",
                    "Content-Type: " + Quoted.of(type)
                            + " must be application/json or application/yaml (several: application/x-ndjson);"
                            + " with curl: -H 'Content-Type: application/yaml'"));
            return;
        }
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            exchange.refuse(WebProblem.of(
                    415, "unsupported-encoding", "Packed", "Content-Encoding: must not be there; send it unpacked"));
            return;
        }
        long length = request.getLength() < 0 ? MOST_BYTES : request.getLength();
        if (length > MOST_BYTES) {
            exchange.refuse(tooLarge());
            return;
        }
        Map<String, String> query = QueryParameters.of(request);
        if (!room.take(length)) {
            exchange.refuse(WebProblem.busy("too much is being sent at a time; ask again in a moment"));
            return;
        }
        exchange.finallyDo(() -> room.giveBack(length));
        // whatever comes of it is told inside
        CompletableFuture<byte[]> unused = body(request)
                .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
                .whenComplete((body, failure) -> {
                    if (failure == null) {
                        work(route, new HttpCall(route.path(), query, mediaType, new HttpCall.Body(body)), exchange);
                    } else {
                        exchange.tell(unread(failure));
                    }
                });
    }

    /** What is sent, when it is there; until then no thread waits. */
    private static CompletableFuture<byte[]> body(Request request) {
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, MOST_BYTES, Promise.Invocable.toPromise(body));
        return body;
    }

    private static WebProblem unread(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return WebProblem.of(
                            408, "timeout", "Sent too slowly", "the body must be there within " + MOST_SECONDS + " s")
                    .with(HttpHeader.CONNECTION.asString(), "close");
        }
        return cause instanceof IllegalStateException
                ? tooLarge()
                : WebProblem.of(400, "broken-off", "Not sent whole", "the body could not be read whole");
    }

    private static WebProblem tooLarge() {
        return WebProblem.of(
                        413,
                        "too-large",
                        "Too much was sent",
                        "the body must be no larger than " + MOST_BYTES + " bytes; send several smaller ones")
                .with(HttpHeader.CONNECTION.asString(), "close");
    }

    private void work(Route route, HttpCall call, Exchange exchange) {
        lanes.take(route.lane(), new Lanes.LaneWork() {
            @Override
            public void begin() {
                try {
                    exchange.send(route.endpoint().answer(call));
                } catch (RuntimeException | StackOverflowError failure) {
                    exchange.tell(failures.problem(failure));
                }
            }

            @Override
            public void refuse(WebProblem problem) {
                exchange.tell(problem);
            }
        });
    }

    /**
     * One request with its answer.
     *
     * @param request that was made
     * @param response that is made
     * @param callback is told when it is done
     */
    private record Exchange(Request request, Response response, Callback callback) {

        /** Does something when the request is done, however it ends. */
        void finallyDo(Runnable end) {
            Request.addCompletionListener(request, failure -> end.run());
        }

        void tell(WebProblem problem) {
            send(ProblemJson.answer(problem));
        }

        /** Tells so before the body is read; who goes on sending it is told that nobody listens any more. */
        void refuse(WebProblem problem) {
            if (request.getLength() != 0) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            tell(problem);
        }

        void send(HttpAnswer answer) {
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.mediaType());
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
            SafeHeaders.put(response.getHeaders());
            answer.headers().forEach(response.getHeaders()::put);
            response.write(true, ByteBuffer.wrap(bytes), callback);
        }
    }
}
