package io.bellamy.store;

import io.bellamy.problem.DamagedModelException;
import java.nio.file.Path;

/** A file of a model that was read and has the digest that it should have. */
public final class StoredFile {

    private final Path path;
    private final byte[] content;

    StoredFile(Path path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    /**
     * Its content as a value of plain records, lists and numbers.
     *
     * @throws DamagedModelException naming the file, if it is none
     */
    public <T> T as(Class<T> type) {
        return StoredJson.parse(path, content, type);
    }

    /** What is to be told where it is not what it should be. */
    public DamagedModelException damaged(String what) {
        return StoredJson.damaged(path, what);
    }

    /** Of what stands beside it. */
    DamagedModelException damagedBeside(String name, String what) {
        return StoredJson.damaged(path.resolveSibling(name), what);
    }

    Path path() {
        return path;
    }
}
