package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The streaming queries of a run. A log does not name their triggers, but shows whether a query took what there was and ended
 * ({@code AvailableNow}, {@code Once}), or waited for more until somebody stopped it, which no prediction can foresee.
 */
final class StreamingQueries {

    private static final JsonKey PROPERTIES = new JsonKey(",\"Properties\":{");
    private static final JsonKey QUERY = new JsonKey("\"sql.streaming.queryId\":\"");
    private static final JsonKey BATCH = new JsonKey("\"spark.streaming.internal.batchTime\":");
    private static final int LONGEST_ID = 64;

    /** Between two batches of a query that does not wait pass no more than these, or this share of its time. */
    private static final long SHORT_MILLIS = 2000;

    private static final double SHORT_SHARE = 0.1;

    /** By the numbers of their starts. */
    private final Map<String, Query> queries = new HashMap<>();

    private final Set<String> started = new HashSet<>();
    private final Set<String> seenInJobs = new HashSet<>();
    private boolean batches;

    private static final class Query {
        private long first;
        private long last;
        private long waited;
        private boolean idle;
        private boolean ended;

        private void batch(long from, long millis) {
            first = first == 0 ? from : first;
            waited += last == 0 ? 0 : Math.max(0, from - last);
            last = Math.max(last, from + millis);
        }

        private boolean isEndless() {
            return !ended || idle || waited > Math.max(SHORT_MILLIS, SHORT_SHARE * (last - first));
        }
    }

    /** What an event says of a query. */
    private static final class QueryEvent implements JsonFields.FieldTaker {
        private String id = "";
        private String run = "";
        private String exception = "";
        private long time;
        private long millis;

        @Override
        public boolean take(String field, JsonParser json) throws IOException {
            switch (field) {
                case "id" -> id = JsonFields.text(json);
                case "runId" -> run = JsonFields.text(json);
                case "exception" -> exception = JsonFields.text(json);
                case "timestamp" -> time = time(JsonFields.text(json));
                case "triggerExecution" -> millis = JsonFields.number(json);
                case "progress", "durationMs" -> JsonFields.fields(json, this);
                default -> {}
            }
            return true;
        }

        private static long time(String text) {
            try {
                return Instant.parse(text).toEpochMilli();
            } catch (DateTimeParseException notTold) {
                return 0;
            }
        }
    }

    /** Takes an event of streaming queries in. */
    void take(String event, EventLine line) throws IOException {
        QueryEvent told = new QueryEvent();
        JsonFields.read(line, told);
        Query query = queries.computeIfAbsent(told.run, run -> new Query());
        started.add(told.id);
        switch (event.substring(event.indexOf('$') + 1)) {
            case "QueryProgressEvent" -> query.batch(told.time, told.millis);
            case "QueryIdleEvent" -> query.idle = true;
            case "QueryTerminatedEvent" -> query.ended = told.exception.isEmpty();
            default -> {}
        }
    }

    /** Jobs tell what query they are of; those of the older interface what batch. */
    void jobStarted(EventLine line) {
        // behind its stages, which make such a line long
        int properties = Math.max(line.from(), line.after(PROPERTIES, line.from()));
        batches |= line.after(BATCH, properties) >= 0;
        int at = line.after(QUERY, properties);
        if (at >= 0) {
            int most = Math.min(LONGEST_ID, line.from() + line.length() - at);
            String rest = new String(line.bytes(), at, most, StandardCharsets.ISO_8859_1);
            seenInJobs.add(rest.replaceAll("\".*", ""));
        }
    }

    /** Is there one that waits for data and never ends by itself? */
    boolean waitForData() {
        return batches
                || !started.containsAll(seenInJobs)
                || queries.values().stream().anyMatch(Query::isEndless);
    }
}
