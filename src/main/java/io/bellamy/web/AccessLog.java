package io.bellamy.web;

import io.bellamy.problem.Quoted;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for each request: what was asked, how it went, how long it took. No bodies, no headers, and of the address no query.
 *
 * @param metrics that count it too
 */
record AccessLog(ServiceMetrics metrics) implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    @Override
    public void log(Request request, Response response) {
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        String route = ServiceHandler.route(request);
        metrics.count(known(request.getMethod()), route, response.getStatus(), nanos);
        LOG.info(
                "{} {} {} {} bytes {} ms",
                Quoted.plain(request.getMethod()),
                Quoted.plain(request.getHttpURI().getPath()),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** Others may call a method as they like, which figures must not remember. */
    private static String known(String method) {
        return method.equals("GET") || method.equals("POST") || method.equals("HEAD") ? method : "other";
    }
}
