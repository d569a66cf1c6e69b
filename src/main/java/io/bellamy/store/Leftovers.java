package io.bellamy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process that was killed left beside the versions: half-written and half-deleted ones. */
final class Leftovers {

    /** Begins the name of what has no name yet or none any more; a random one follows. */
    static final String PREFIX = ".aside.";

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final String RANDOM = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    /** Earlier programs named theirs for the version, or ".probe". */
    private static final Pattern NAME = Pattern.compile("\\.(aside|probe|\\d{8}T\\d{6}\\.\\d{3}Z)\\." + RANDOM);

    private Leftovers() {}

    /** Deletes all; only for who has the lock, so that nobody works on them any more. */
    static void clean(Path home) throws IOException {
        List<Path> found;
        try (Stream<Path> entries = Files.list(home)) {
            found = entries.filter(entry ->
                            NAME.matcher(entry.getFileName().toString()).matches())
                    .toList();
        }
        for (Path entry : found) {
            DurableFiles.delete(entry);
            LOG.info("deleted {}, which a pretraining left that was cut short", entry);
        }
    }
}
