package io.bellamy.web;

import io.bellamy.files.InputFile;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read of files, and is read again as they change. What can't be read then is told, once, and leaves what was read
 * before.
 *
 * @param <T> what it is; things that are equal are the same
 */
final class Renewed<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Renewed.class);

    private final String name;
    private final boolean pipes;
    private final Supplier<T> reader;
    private volatile T now;
    private String told = "";

    /**
     * Reads it.
     *
     * @param name of it, for who looks after the service
     * @param files that it is read of
     * @throws InvalidInputException where it can't be read
     */
    Renewed(String name, List<Path> files, Supplier<T> reader) {
        this.name = name;
        this.reader = reader;
        this.pipes = !files.stream().allMatch(file -> InputFile.named(file).isRegular());
        this.now = reader.get();
    }

    /** As it is now. */
    T now() {
        return now;
    }

    /** Reads it again; was there something new? Of one thread alone. */
    boolean refresh() {
        // what comes out of a pipe comes once; what is gone is told of by its reader
        if (pipes) {
            return false;
        }
        try {
            T next = reader.get();
            boolean isNew = !next.equals(now);
            now = next;
            told = "";
            if (isNew) {
                LOG.info("{} read anew", name);
            }
            return isNew;
        } catch (InvalidInputException unfit) {
            String why = Quoted.line(String.valueOf(unfit.getMessage()));
            if (!why.equals(told)) {
                LOG.error("{}: {}; those read before hold", name, why);
            }
            told = why;
            return false;
        }
    }
}
