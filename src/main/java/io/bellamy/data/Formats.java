package io.bellamy.data;

import java.util.List;
import java.util.Optional;

/**
 * The forms that rows may be kept in.
 *
 * @param known at least one; the first is that of files of which nothing else is known
 */
record Formats(List<RunFormat> known) {

    Formats {
        known = List.copyOf(known);
    }

    List<String> names() {
        return known.stream().map(RunFormat::name).toList();
    }

    /** The form of a file: that of this name, else that of the file's name. */
    RunFormat of(String file, Optional<String> name) {
        return known.stream()
                .filter(format -> name.map(format.name()::equals)
                        .orElseGet(() -> format.endings().stream().anyMatch(file::endsWith)))
                .findFirst()
                .orElse(known.get(0));
    }
}
