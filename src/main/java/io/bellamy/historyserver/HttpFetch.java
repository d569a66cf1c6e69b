package io.bellamy.historyserver;

import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;

/**
 * Fetches over HTTP: tries again where a server is busy, and follows redirections itself, so that credentials are told to no
 * other server than the one that they are for.
 */
final class HttpFetch {

    private static final Duration TO_CONNECT = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final long FIRST_WAIT_NANOS = 250_000_000;
    private static final int MOST_REDIRECTIONS = 5;
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int CLIENTS_FAULT = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVERS_FAULT = 500;

    private final ServerAccess access;
    private final HttpClient client;
    private final ScheduledExecutorService clock;

    HttpFetch(ServerAccess access) {
        this.access = access;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        access.trust().ifPresent(builder::sslContext);
        this.client = builder.build();
        this.clock = Executors.newSingleThreadScheduledExecutor(HttpFetch::aside);
    }

    /** It keeps no program from its end. */
    private static Thread aside(Runnable work) {
        Thread thread = new Thread(work, "patience");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What is there; to be closed.
     *
     * @throws RefusedException if the server does not give it
     * @throws IOException if it can't be reached, or does not answer
     */
    InputStream open(URI address) throws IOException {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == TRIES;
            try {
                HttpResponse<InputStream> response = follow(address);
                int status = response.statusCode();
                if (status == OK) {
                    return new PatientStream(response.body(), access.patience(), clock);
                }
                response.body().close();
                if (last || (status < SERVERS_FAULT && status != TOO_MANY)) {
                    throw new RefusedException(said(status), status);
                }
            } catch (RefusedException refused) {
                throw refused;
            } catch (IOException failure) {
                if (last) {
                    throw failure;
                }
            }
            LockSupport.parkNanos(FIRST_WAIT_NANOS << attempt);
        }
    }

    private HttpResponse<InputStream> follow(URI address) throws IOException {
        URI next = address;
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            HttpResponse<InputStream> response = send(next);
            Optional<String> location = response.headers().firstValue("Location");
            int status = response.statusCode();
            if (status < REDIRECTED || status >= CLIENTS_FAULT || location.isEmpty()) {
                return response;
            }
            response.body().close();
            next = target(next, location.get());
        }
        throw new RefusedException("redirects more than " + MOST_REDIRECTIONS + " times");
    }

    private static URI target(URI from, String location) throws IOException {
        try {
            URI target = from.resolve(location);
            boolean weaker = "https".equals(from.getScheme()) && !"https".equals(target.getScheme());
            if (weaker || !("http".equals(target.getScheme()) || "https".equals(target.getScheme()))) {
                throw new RefusedException("redirects to " + Quoted.of(location) + ", which is not followed");
            }
            return target;
        } catch (IllegalArgumentException noAddress) {
            throw new RefusedException("redirects to " + Quoted.of(location) + ", which is no address");
        }
    }

    private HttpResponse<InputStream> send(URI address) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(access.patience()).GET();
        if (sameServer(address)) {
            access.authorization().ifPresent(said -> request.header("Authorization", said));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean sameServer(URI address) {
        URI own = access.address();
        return own.getScheme().equalsIgnoreCase(address.getScheme())
                && own.getHost().equalsIgnoreCase(address.getHost())
                && own.getPort() == address.getPort();
    }

    private static String said(int status) {
        return switch (status) {
            case 401 -> "asks for credentials (HTTP 401): give a file with --credentials";
            case 403 -> "refuses (HTTP 403): these credentials do not suffice";
            case 404 -> "does not have it (HTTP 404): is the address, with its path, that of a history server?";
            default -> "answers with HTTP " + status;
        };
    }
}
