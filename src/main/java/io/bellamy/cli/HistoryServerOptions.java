package io.bellamy.cli;

import io.bellamy.historyserver.HistoryServer;
import io.bellamy.historyserver.ServerAccess;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How history servers are reached. Credentials are read from a file or the environment: command lines are seen by others. */
final class HistoryServerOptions {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");
    private static final String VARIABLE = "BELLAMY_HISTORY_CREDENTIALS";
    private static final int USUAL_SECONDS = 600;
    private static final int MOST_SECONDS = 86_400;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "what history servers ask for, on one line: user:password, or Bearer and a token")
    private Optional<Path> credentials = Optional.empty();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "certificates (PEM) of who vouches for history servers (default: those that Java trusts)")
    private Optional<Path> authorities = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "how long a history server may take to answer (default: 600)")
    private Optional<Integer> timeout = Optional.empty();

    /** Is a place one of these, rather than a file? */
    static boolean isAddress(String place) {
        return ADDRESS.matcher(place).matches();
    }

    /** The server at an address; what can't be is a problem. */
    Optional<HistoryServer> server(String place, Problems problems) {
        CommonOptions.checkPositive(problems, "--timeout", timeout, MOST_SECONDS);
        try {
            URI address = new URI(place);
            if (address.getHost() == null || address.getUserInfo() != null || address.getQuery() != null) {
                problems.add(Quoted.of(address.getUserInfo() == null ? place : address.getHost())
                        + ": must be the address of a history server, without credentials and without a query");
                return Optional.empty();
            }
            Optional<String> fromEnvironment = Optional.ofNullable(System.getenv("BELLAMY_HISTORY_CREDENTIALS"))
                    .filter(text -> !text.isBlank())
                    .map(text -> ServerAccess.authorization(VARIABLE, text));
            return Optional.of(new HistoryServer(new ServerAccess(
                    address,
                    credentials.map(ServerAccess::authorization).or(() -> fromEnvironment),
                    authorities.map(ServerAccess::trust),
                    Duration.ofSeconds(timeout.orElse(USUAL_SECONDS)))));
        } catch (URISyntaxException noAddress) {
            problems.add(Quoted.of(place) + ": is no address: " + Quoted.plain(noAddress.getReason()));
        } catch (InvalidInputException unusable) {
            problems.add(unusable.getMessage());
        }
        return Optional.empty();
    }
}
