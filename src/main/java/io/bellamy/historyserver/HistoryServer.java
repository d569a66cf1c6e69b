package io.bellamy.historyserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.files.OutputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.MachineException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** A history server of Spark, by its REST interface ({@code /api/v1}). Safe for several threads. */
public final class HistoryServer {

    /** So many applications are asked for at a time; a list has no pages. */
    private static final int AT_A_TIME = 1000;

    /** A server that has more is asked for no further ones. */
    private static final int MOST_RUNS = 10_000_000;

    /** A log that is larger when it is packed is none that can be meant. */
    private static final long MOST_BYTES_OF_LOG = 1L << 36;

    private static final int BUFFER = 1 << 16;

    private final URI address;
    private final HttpFetch fetch;
    private final JsonAnswers answers;

    /**
     * An attempt at an application.
     *
     * @param application its id
     * @param attempt where it has one
     * @param updated when its log was written to for the last time, in milliseconds since 1970
     * @param place where its log is
     */
    public record ServedRun(String application, Optional<String> attempt, long updated, String place) {}

    public HistoryServer(ServerAccess access) {
        this.address = access.address();
        this.fetch = new HttpFetch(access);
        this.answers = new JsonAnswers(fetch);
    }

    /**
     * All that the server knows, those that go on included.
     *
     * @throws InvalidInputException if it refuses, or is no history server
     * @throws MachineException if it can't be reached
     */
    public List<ServedRun> runs() {
        try {
            return all();
        } catch (RefusedException refused) {
            throw new InvalidInputException(Quoted.line(address.toString()) + ": " + refused.getMessage());
        } catch (IOException failure) {
            throw new MachineException(
                    Quoted.line(address.toString()) + ": can't be reached: " + reason(failure), failure);
        }
    }

    /** Some failures of the network have no message. */
    private static String reason(IOException failure) {
        if (failure instanceof ConnectException) {
            return "nobody answers there";
        }
        if (failure instanceof SSLException) {
            return "its certificate is not trusted (" + Reason.of(failure) + "): name that of your authority with --ca";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : Reason.of(failure);
    }

    private List<ServedRun> all() throws IOException {
        List<ServedRun> runs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        add(list("status=running"), seen, runs);
        String until = "";
        while (true) {
            JsonNode page = list("status=completed" + until);
            int before = runs.size();
            String last = add(page, seen, runs);
            if (page.size() < AT_A_TIME || last.isEmpty() || runs.size() == before) {
                return runs;
            }
            if (runs.size() > MOST_RUNS) {
                throw new RefusedException("lists more than " + MOST_RUNS + " applications");
            }
            until = "&maxEndDate=" + encoded(last);
        }
    }

    private JsonNode list(String query) throws IOException {
        return answers.list(resource("applications?limit=" + AT_A_TIME + "&" + query));
    }

    /** Adds what was not seen yet; gives the end of the last one. */
    private String add(JsonNode list, Set<String> seen, List<ServedRun> runs) {
        String last = "";
        for (JsonNode application : list) {
            String id = application.path("id").asText();
            for (JsonNode attempt : application.path("attempts")) {
                Optional<String> number =
                        Optional.of(attempt.path("attemptId").asText("")).filter(text -> !text.isEmpty());
                String path = path(id, number) + "/logs";
                last = attempt.path("endTime").asText("");
                if (!id.isEmpty() && seen.add(path)) {
                    long updated = attempt.path("lastUpdatedEpoch").asLong();
                    runs.add(new ServedRun(
                            id, number, updated, Quoted.line(resource(path).toString())));
                }
            }
        }
        return last;
    }

    private static String path(String application, Optional<String> attempt) {
        return "applications/" + encoded(application)
                + attempt.map(number -> "/" + encoded(number)).orElse("");
    }

    /**
     * Fetches the log of a run, as a zip, into a file that is not there yet.
     *
     * @throws RefusedException if the server does not give it
     */
    public void fetch(ServedRun run, Path file) throws IOException {
        try (InputStream in = fetch.open(URI.create(run.place()))) {
            OutputFile.write(file, out -> copy(in, out));
        }
    }

    /** What it says of a run beside its log. */
    public ServedFacts facts(ServedRun run) throws IOException {
        String path = path(run.application(), run.attempt());
        return new ServedRunReader(answers)
                .read(
                        resource(path(run.application(), Optional.empty())),
                        run.attempt(),
                        part -> resource(path + "/" + part));
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = MOST_BYTES_OF_LOG;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw new IOException("is larger than " + MOST_BYTES_OF_LOG + " bytes");
            }
            out.write(buffer, 0, read);
        }
    }

    private URI resource(String path) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/" + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
