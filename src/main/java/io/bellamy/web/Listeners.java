package io.bellamy.web;

import io.bellamy.files.LocalSocket;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where the service listens. */
final class Listeners {

    private static final int IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES = 8192;
    private static final int WAITING_CONNECTIONS = 1024;

    private final Server server;
    private final ServeSettings settings;
    private final Callers callers;
    private final Connections connections;
    private final Optional<Renewed<TlsIdentity>> identity;
    private final List<SslContextFactory.Server> secured = new ArrayList<>();
    private Optional<LocalSocket> socket = Optional.empty();
    private final List<ServerConnector> addresses = new ArrayList<>();

    /** Of a server; nobody is listened to yet. */
    Listeners(Server server, ServeSettings settings, Callers callers, Connections connections) {
        this.server = server;
        this.settings = settings;
        this.callers = callers;
        this.connections = connections;
        this.identity = settings.identity()
                .map(files -> new Renewed<>(
                        "certificates", List.of(files.certificate(), files.key()), () -> TlsIdentity.of(files)));
    }

    /** Adds what is asked for. */
    void add() throws IOException {
        if (settings.places().inherited()) {
            addInherited();
        }
        settings.places().address().ifPresent(address -> {
            ServerConnector connector = connector();
            connector.setHost(address.getAddress().getHostAddress());
            connector.setPort(address.getPort());
            server.addConnector(connector);
            addresses.add(connector);
        });
        settings.places().socket().ifPresent(path -> {
            LocalSocket own = LocalSocket.at(path);
            UnixDomainServerConnector connector = local();
            connector.setUnixDomainPath(own.making());
            callers.trust(connector);
            server.addConnector(connector);
            socket = Optional.of(own);
        });
    }

    private void addInherited() throws IOException {
        Channel channel = System.inheritedChannel();
        if (!(channel instanceof ServerSocketChannel listening)) {
            throw new InvalidInputException(
                    "--inherit: standard input is no socket that listens; systemd hands one over with StandardInput=socket");
        }
        SocketAddress at = listening.getLocalAddress();
        if (at instanceof UnixDomainSocketAddress named) {
            UnixDomainServerConnector connector = local();
            connector.setInheritChannel(true);
            if (LocalSocket.isPrivate(named.getPath())) {
                callers.trust(connector);
            }
            server.addConnector(connector);
            return;
        }
        requireGuarded(((InetSocketAddress) at).getAddress().isLoopbackAddress(), "--inherit: " + at);
        ServerConnector connector = connector();
        connector.open(listening);
        server.addConnector(connector);
    }

    private void requireGuarded(boolean loopback, String place) {
        if (!loopback && settings.tokens().isEmpty() && settings.identity().isEmpty()) {
            throw new InvalidInputException(Quoted.line(place)
                    + " is reached from other machines: give --token-file, or --tls-certificate and --tls-key");
        }
    }

    private ServerConnector connector() {
        ConnectionFactory[] factories = identity.map(who -> {
                    HttpConfiguration http = configuration();
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    SslContextFactory.Server tls = new SslContextFactory.Server();
                    tls.setKeyStore(who.now().store());
                    tls.setKeyStorePassword("");
                    secured.add(tls);
                    return new ConnectionFactory[] {
                        new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http)
                    };
                })
                .orElseGet(() -> new ConnectionFactory[] {new HttpConnectionFactory(configuration())});
        ServerConnector connector = new ServerConnector(server, 1, 1, factories);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.addBean(connections);
        return connector;
    }

    private UnixDomainServerConnector local() {
        UnixDomainServerConnector connector =
                new UnixDomainServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.addBean(connections);
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.DEFAULT);
        return http;
    }

    /** Tells where the service is reached, now that it listens; where somebody else does for it they know. */
    List<String> places() throws IOException {
        List<String> places = new ArrayList<>();
        for (ServerConnector connector : addresses) {
            String host = connector.getHost();
            places.add((identity.isPresent() ? "https" : "http") + "://"
                    + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort());
        }
        if (socket.isPresent()) {
            socket.get().publish();
            places.add("unix:" + socket.get().path());
        }
        return places;
    }

    /** Reads certificates again; connections that there are keep those that they began with. */
    void refresh() throws Exception {
        if (identity.isPresent() && identity.get().refresh()) {
            for (SslContextFactory.Server tls : secured) {
                tls.reload(factory -> factory.setKeyStore(identity.get().now().store()));
            }
        }
    }

    /** Takes the name of the socket away. */
    void close() throws IOException {
        if (socket.isPresent()) {
            socket.get().delete();
        }
    }
}
