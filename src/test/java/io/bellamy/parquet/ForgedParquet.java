package io.bellamy.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** A file of Parquet that was taken apart, to be put together with something else said of what it holds. */
public final class ForgedParquet {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.ISO_8859_1);
    private static final String INDEX = "index";
    private static final int TAIL = MAGIC.length + Integer.BYTES;

    private final FileMetaData footer;
    private final List<Chunk> chunks = new ArrayList<>();

    /**
     * A page as it lies in the file.
     *
     * @param header what is said of it
     * @param content what it has, packed
     */
    public record Page(PageHeader header, ByteBuffer content) {}

    private record Chunk(ColumnChunk said, List<Page> pages, ColumnIndex values, OffsetIndex places) {}

    /**
     * A lie.
     *
     * @param claim which of the claims is another one
     * @param lie which of what it could say instead it says
     */
    public record Lie(int claim, int lie) {}

    /**
     * A file that lies.
     *
     * @param lie in words
     * @param isOfAmount whether it is about how much there is, or where, rather than about what its bytes mean: a file that means
     *     something else may be as whole; nor is it about what is there to pass over pages, which are not looked at then
     * @param bytes the file
     */
    public record Forgery(String lie, boolean isOfAmount, ByteBuffer bytes) {}

    private ForgedParquet(byte[] file) throws IOException {
        int length = ByteBuffer.wrap(file, file.length - TAIL, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        footer = Util.readFileMetaData(from(file, file.length - TAIL - length));
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                ColumnMetaData said = chunk.getMeta_data();
                long start = said.isSetDictionary_page_offset()
                        ? said.getDictionary_page_offset()
                        : said.getData_page_offset();
                InputStream in = from(file, start);
                long end = file.length - start - said.getTotal_compressed_size();
                List<Page> pages = new ArrayList<>();
                while (in.available() > end) {
                    PageHeader header = Util.readPageHeader(in);
                    pages.add(new Page(header, ByteBuffer.wrap(in.readNBytes(header.getCompressed_page_size()))));
                }
                chunks.add(new Chunk(
                        chunk,
                        pages,
                        Util.readColumnIndex(from(file, chunk.getColumn_index_offset())),
                        Util.readOffsetIndex(from(file, chunk.getOffset_index_offset()))));
            }
        }
    }

    private static InputStream from(byte[] file, long start) {
        return new ByteArrayInputStream(file, (int) start, file.length - (int) start);
    }

    /** Of a file that is whole, and tells in an index where its pages lie. */
    public static ForgedParquet of(byte[] file) throws IOException {
        return new ForgedParquet(file);
    }

    /** The file with a lie in it; nothing where there is none of this number, or nobody could write it. */
    public static Optional<Forgery> of(byte[] file, Lie lie) throws IOException {
        ForgedParquet forged = new ForgedParquet(file);
        Claim claim = forged.claims().get(lie.claim());
        Object other = claim.lies().get(lie.lie());
        int ofPages = forged.ofPages().size();
        try {
            if (lie.claim() < ofPages) {
                claim.setter().accept(other);
            }
            ByteArrayOutputStream out = forged.laidOut();
            if (lie.claim() >= ofPages) {
                claim.setter().accept(other);
            }
            return Optional.of(new Forgery(
                    claim.name() + " " + other + " instead of " + claim.value(),
                    claim.isOfAmount() && !claim.name().startsWith(INDEX),
                    ByteBuffer.wrap(forged.file(out))));
        } catch (RuntimeException | IOException notToBeWritten) {
            return Optional.empty();
        }
    }

    /** All lies that there are. */
    public List<Lie> lies() {
        List<Lie> lies = new ArrayList<>();
        List<Claim> claims = claims();
        for (int claim = 0; claim < claims.size(); claim++) {
            for (int lie = 0; lie < claims.get(claim).lies().size(); lie++) {
                lies.add(new Lie(claim, lie));
            }
        }
        return lies;
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(ofPages());
        claims.addAll(Claim.of("footer", footer));
        for (Chunk chunk : chunks) {
            claims.addAll(Claim.of(INDEX, chunk.values()));
            claims.addAll(Claim.of(INDEX, chunk.places()));
        }
        return claims;
    }

    private List<Claim> ofPages() {
        return chunks.stream()
                .flatMap(chunk -> chunk.pages().stream())
                .flatMap(page -> Claim.of("page", page.header()).stream())
                .toList();
    }

    /** The pages of a column of the first row group. */
    public List<Page> pages(int column) {
        return chunks.get(column).pages();
    }

    /** The file, in which pages lie where it says. */
    public byte[] file() throws IOException {
        return file(laidOut());
    }

    /** The file, which says that a column is larger than it is. */
    public byte[] fileWith(int column, long size) throws IOException {
        ByteArrayOutputStream out = laidOut();
        chunks.get(column).said().getMeta_data().setTotal_compressed_size(size);
        return file(out);
    }

    private ByteArrayOutputStream laidOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MAGIC);
        for (Chunk chunk : chunks) {
            ColumnMetaData said = chunk.said().getMeta_data();
            int start = out.size();
            int data = 0;
            for (Page page : chunk.pages()) {
                int at = out.size();
                Util.writePageHeader(page.header(), out);
                out.write(page.content().array());
                if (page.header().isSetDictionary_page_header()) {
                    said.setDictionary_page_offset(start);
                } else {
                    PageLocation location = chunk.places().getPage_locations().get(data++);
                    location.setOffset(at);
                    location.setCompressed_page_size(out.size() - at);
                }
            }
            said.setData_page_offset(chunk.places().getPage_locations().get(0).getOffset());
            said.setTotal_compressed_size(out.size() - start);
        }
        return out;
    }

    private byte[] file(ByteArrayOutputStream out) throws IOException {
        for (Chunk chunk : chunks) {
            int values = out.size();
            Util.writeColumnIndex(chunk.values(), out);
            int places = out.size();
            Util.writeOffsetIndex(chunk.places(), out);
            chunk.said().setColumn_index_offset(values);
            chunk.said().setColumn_index_length(places - values);
            chunk.said().setOffset_index_offset(places);
            chunk.said().setOffset_index_length(out.size() - places);
        }
        int start = out.size();
        Util.writeFileMetaData(footer, out);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(out.size() - start)
                .array());
        out.write(MAGIC);
        return out.toByteArray();
    }
}
