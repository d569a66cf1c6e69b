package io.bellamy.web;

import io.bellamy.web.Gate.Caller;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;

/** Tells who asks. */
final class Callers {

    private static final String SITE = "Sec-Fetch-Site";

    private final Set<Connector> own = new CopyOnWriteArraySet<>();

    /** Whoever comes by this one is the user. */
    void trust(Connector connector) {
        own.add(connector);
    }

    Caller of(Request request) {
        Connector connector = request.getConnectionMetaData().getConnector();
        String host =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
        return new Caller(
                request.isSecure() ? "https" : "http",
                host,
                Optional.ofNullable(Request.getServerName(request)).orElse(""),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN)),
                Optional.ofNullable(request.getHeaders().get(SITE)),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
                own.contains(connector),
                connector instanceof UnixDomainServerConnector);
    }
}
