package io.bellamy.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.JsonWords;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A JSON object a line. A column is the way to a value, its keys joined by points: {@code conf.spark.executor.cores}. */
final class JsonLinesFormat implements StreamFormat {

    private static final int LISTED = 20;
    private static final int DEEPEST = 100;

    private final boolean sparse;

    /** Of files whose columns must each be in some line, or a name that is spelled wrong would be a blank column. */
    JsonLinesFormat() {
        this(false);
    }

    /** Of files that may lack any column, where {@code sparse}. */
    JsonLinesFormat(boolean sparse) {
        this.sparse = sparse;
    }

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public List<String> endings() {
        return List.of(".jsonl", ".ndjson");
    }

    @Override
    public boolean isSeparated() {
        return false;
    }

    @Override
    public void read(InputStream in, DataTable file, RowSink rows) throws IOException {
        new Lines(file, sparse, rows).read(in);
    }

    /** The lines of one file. */
    private static final class Lines {

        private final DataTable file;
        private final boolean sparse;
        private final RowSink rows;
        private final JsonFactory factory;

        /** Columns that no line has had so far. */
        private final Set<String> missing;

        /** Some of the ways that lines have, for who has not found the right one. */
        private final Set<String> seen = new LinkedHashSet<>();

        private boolean any;

        Lines(DataTable file, boolean sparse, RowSink rows) {
            this.file = file;
            this.sparse = sparse;
            this.rows = rows;
            this.missing = new LinkedHashSet<>(file.columns());
            this.factory = JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(file.limits().documentBytes())
                            .build())
                    .build();
        }

        void read(InputStream in) throws IOException {
            JsonTextLines lines =
                    new JsonTextLines(in, file.name(), file.limits().documentBytes());
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    add(lines.number(), line.get());
                }
            }
            Problems problems = new Problems(file.limits());
            if (any && !sparse && !missing.isEmpty()) {
                missing.forEach(column -> problems.add(file.name() + ": column " + Quoted.of(column)
                        + " is missing in all lines; there are "
                        + seen.stream().map(Quoted::plain).collect(Collectors.joining(", "))));
            }
            problems.throwIfAny();
        }

        private void add(long number, String line) throws IOException {
            JsonRow row = new JsonRow(number, file.columns());
            try (JsonParser parser = factory.createParser(line)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    rows.reject(number, "must be an object of JSON, {...}, as each line");
                    return;
                }
                row.fill(parser, this::see);
                if (parser.nextToken() != null) {
                    rows.reject(number, "must be one object of JSON, but something follows it");
                    return;
                }
            } catch (JsonProcessingException e) {
                rows.reject(number, "is not valid JSON: " + JsonWords.of(e));
                return;
            }
            missing.removeAll(row.found());
            any = true;
            rows.add(row);
        }

        private void see(String way) {
            if (file.absent().contains(way)) {
                throw new InvalidInputException(file.name() + ": " + TableHeader.inFileToo(way));
            }
            if (seen.size() < LISTED) {
                seen.add(way);
            }
        }
    }
}
