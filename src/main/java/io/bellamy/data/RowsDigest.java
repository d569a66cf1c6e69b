package io.bellamy.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Digests rows on their way. */
final class RowsDigest implements RowSink {

    private final List<String> columns;
    private final RowSink next;
    private final MessageDigest digest = DigestUtils.getSha256Digest();

    /** Of the cells in some columns. */
    RowsDigest(DataTable table, RowSink next) {
        this.columns = table.columns().stream().sorted().toList();
        this.next = next;
        columns.forEach(this::add);
    }

    @Override
    public void add(SourceRow row) {
        try {
            for (String column : columns) {
                add(row.get(column));
            }
        } catch (BadValue lacking) {
            throw new IllegalStateException("a table in which rows lack cells is known by its file", lacking);
        }
        next.add(row);
    }

    @Override
    public void reject(long line, String problem) {
        next.reject(line, problem);
    }

    /** With its length before it: two texts are never another one. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /** SHA-256 of all that came, in hexadecimal; to be asked for once. */
    String sha256() {
        return Hex.encodeHexString(digest.digest());
    }
}
