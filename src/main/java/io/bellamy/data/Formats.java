package io.bellamy.data;

import java.util.List;
import java.util.Optional;

/**
 * The forms that rows may be kept in.
 *
 * @param known at least one; the first is that of files of which nothing else is known
 */
record Formats(List<RunFormat> known) {

    private static final String PACKED = ".gz";

    Formats {
        known = List.copyOf(known);
    }

    List<String> names() {
        return known.stream().map(RunFormat::name).toList();
    }

    /** Is a file of this name packed as a whole? */
    static boolean isPacked(String file) {
        return file.endsWith(PACKED);
    }

    /** How a file is called when it is not packed. */
    static String unpacked(String file) {
        return isPacked(file) ? file.substring(0, file.length() - PACKED.length()) : file;
    }

    /** The form of a file: that of this name, else that of the file's name. */
    RunFormat of(String file, Optional<String> name) {
        return known.stream()
                .filter(format -> name.map(format.name()::equals)
                        .orElseGet(() -> format.endings().stream().anyMatch(unpacked(file)::endsWith)))
                .findFirst()
                .orElse(known.get(0));
    }
}
