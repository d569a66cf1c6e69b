package io.bellamy.cli;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.web.ServeSettings.ServicePlaces;
import io.bellamy.web.TlsFiles;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options that say where the service is reached. */
final class ListenOptions {

    private static final Pattern ADDRESS = Pattern.compile("(?:(\\[[^\\]]+]|[^:\\[\\]]+):)?(\\d{1,5})");
    private static final int MOST_PORT = 65_535;
    private static final String USUAL = "127.0.0.1:8787";

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description =
                    "the address and port, as 127.0.0.1:8787 or 8787; 0 takes any port that is free. One that other machines"
                            + " reach needs --token-file or TLS (default: 127.0.0.1:8787, without --socket and --inherit)")
    private Optional<String> listen = Optional.empty();

    @Option(
            names = "--socket",
            paramLabel = "FILE",
            description = "a Unix socket that only this user may reach (mode 0600)")
    private Optional<Path> socket = Optional.empty();

    @Option(
            names = "--inherit",
            description = "take the socket that is standard input, as systemd hands it over (StandardInput=socket)")
    private boolean inherit;

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "speak TLS, with these certificates (PEM)")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "the key of the first of them (PEM), which nobody else may read")
    private Optional<Path> key = Optional.empty();

    /**
     * Tells of what does not go together.
     *
     * @param guarded whether tokens are asked for
     */
    void check(Problems problems, boolean guarded) {
        if (certificate.isPresent() != key.isPresent()) {
            problems.add("--tls-certificate and --tls-key must be given together");
        }
        if (inherit && (listen.isPresent() || socket.isPresent())) {
            problems.add("--inherit: must not be given beside --listen or --socket");
        }
        Optional<InetSocketAddress> address = address(problems);
        address.filter(at -> at.isUnresolved())
                .ifPresent(at -> problems.add("--listen: there is no address " + Quoted.of(at.getHostString())));
        address.filter(at -> !at.isUnresolved())
                .map(InetSocketAddress::getAddress)
                .filter(at -> !at.isLoopbackAddress() && !guarded && certificate.isEmpty())
                .ifPresent(at -> problems.add("--listen: " + Quoted.of(listen.orElse(""))
                        + " is reached from other machines: give --token-file, or --tls-certificate and --tls-key"));
    }

    /** Where the service is reached. */
    ServicePlaces places() {
        return new ServicePlaces(address(new Problems()), socket, inherit);
    }

    /** Who it is, where TLS is spoken. */
    Optional<TlsFiles> identity() {
        return certificate.flatMap(file -> key.map(own -> new TlsFiles(file, own)));
    }

    private Optional<InetSocketAddress> address(Problems problems) {
        if (listen.isEmpty() && (socket.isPresent() || inherit)) {
            return Optional.empty();
        }
        String text = listen.orElse(USUAL);
        Matcher parts = ADDRESS.matcher(text.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST_PORT) {
            problems.add(
                    "--listen: " + Quoted.of(text) + " must be an address and a port, as 127.0.0.1:8787 or [::1]:8787");
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(2));
        return Optional.of(
                parts.group(1) == null
                        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                        : new InetSocketAddress(parts.group(1).replaceAll("[\\[\\]]", ""), port));
    }
}
