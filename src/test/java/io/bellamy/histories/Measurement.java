package io.bellamy.histories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A run that was not known when it was asked about.
 *
 * @param request the question, from 0
 * @param known how many runs of its context were known
 * @param scaleOut where it ran
 * @param seconds how long it took
 */
record Measurement(int request, int known, int scaleOut, double seconds) {

    static final String HEADER = "request,known,scale_out,seconds";

    static List<Measurement> read(Path file) throws IOException {
        return Rows.read(file).rows().stream()
                .map(row -> new Measurement(
                        Integer.parseInt(row.get("request")),
                        Integer.parseInt(row.get("known")),
                        Integer.parseInt(row.get("scale_out")),
                        Double.parseDouble(row.get("seconds"))))
                .toList();
    }

    String row() {
        return String.format(Locale.ROOT, "%d,%d,%d,%.3f", request, known, scaleOut, seconds);
    }
}
