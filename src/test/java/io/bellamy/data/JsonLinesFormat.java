package io.bellamy.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Another source of runs, as small as can be: an object of JSON a line, whose keys are the columns. */
public final class JsonLinesFormat implements RunFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public List<String> endings() {
        return List.of(".jsonl");
    }

    @Override
    public boolean isSeparated() {
        return false;
    }

    @Override
    public void read(InputStream in, TableFile file, RowSink rows) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            add(rows, ++number, line);
        }
    }

    private static void add(RowSink runs, long number, String line) throws IOException {
        try {
            runs.add(new Line(number, JSON.readTree(line)));
        } catch (JsonProcessingException e) {
            runs.reject(number, "is no object of JSON");
        }
    }

    private record Line(long line, JsonNode object) implements SourceRow {

        @Override
        public String get(String column) throws BadValue {
            if (!object.has(column)) {
                throw new BadValue(column, "", "there; the line does not have it");
            }
            return object.get(column).asText();
        }
    }
}
