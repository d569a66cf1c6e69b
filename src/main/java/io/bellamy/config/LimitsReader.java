package io.bellamy.config;

import io.bellamy.problem.Limits;
import io.bellamy.yaml.YamlSection;

/** Reads the section {@code limits}: how much of other inputs is looked at. */
record LimitsReader(YamlSection section) {

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    Limits read() {
        Limits usual = Limits.DEFAULTS;
        Limits limits = new Limits(
                limit("documents", usual.documents()),
                limit("rows", usual.rows()),
                limit("columns", usual.columns()),
                limit("cell_characters", usual.cellCharacters()),
                section.scalar("data_bytes")
                        .flatMap(number -> number.whole(1, Long.MAX_VALUE))
                        .orElse(usual.dataBytes()),
                limit("document_bytes", usual.documentBytes()),
                limit("stream_bytes", usual.streamBytes()),
                limit("problems", usual.problems()),
                limit("suggestions", usual.suggestions()));
        section.rejectUnknownKeys();
        return limits;
    }

    private int limit(String key, int usual) {
        return section.scalar(key).flatMap(number -> number.integer(1, LARGEST)).orElse(usual);
    }
}
