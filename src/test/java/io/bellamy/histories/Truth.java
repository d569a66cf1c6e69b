package io.bellamy.histories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the right answer at a scale-out is.
 *
 * @param request the question, from 0
 * @param group with which it is scored
 * @param scaleOut where
 * @param seconds the median of runs that do not straggle
 * @param noise of a run
 */
record Truth(int request, String group, int scaleOut, double seconds, Noise noise) {

    static final String HEADER = "request,group,scale_out,median,sigma,straggle_share,straggle_factor";

    static List<Truth> read(Path file) throws IOException {
        return Rows.read(file).rows().stream().map(Truth::of).toList();
    }

    private static Truth of(Map<String, String> row) {
        return new Truth(
                Integer.parseInt(row.get("request")),
                row.get("group"),
                Integer.parseInt(row.get("scale_out")),
                Double.parseDouble(row.get("median")),
                new Noise(
                        Double.parseDouble(row.get("sigma")),
                        Double.parseDouble(row.get("straggle_share")),
                        Double.parseDouble(row.get("straggle_factor"))));
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%d,%s,%d,%.3f,%s,%s,%s",
                request,
                group,
                scaleOut,
                seconds,
                noise.deviation(),
                noise.share(),
                noise.factor());
    }
}
