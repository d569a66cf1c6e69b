package io.bellamy.logfiles;

import io.bellamy.files.FileSearch;
import io.bellamy.files.FileSearch.FoundFile;
import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.files.ZipArchive;
import io.bellamy.logfiles.PartFile.PackedPart;
import io.bellamy.logfiles.PartFile.StoredPart;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The logs that were found.
 *
 * @param sources in the order of their places
 * @param unread what could not be looked at, each with its place and reason
 */
public record LogSearch(List<LogSource> sources, List<UnsearchedFile> unread) {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** What could not be looked at, and why. */
    public record UnsearchedFile(String place, String reason) {}

    public LogSearch {
        sources = List.copyOf(sources);
        unread = List.copyOf(unread);
    }

    /** Searches folders and archives, and takes files as they are. */
    public static LogSearch in(List<Path> places) {
        List<LogPart> parts = new ArrayList<>();
        List<UnsearchedFile> unread = new ArrayList<>();
        for (Path place : places) {
            FileSearch search = FileSearch.below(place);
            search.problems()
                    .forEach(problem -> unread.add(
                            new UnsearchedFile(Quoted.line(problem.path().toString()), problem.reason())));
            search.files().stream()
                    .filter(file -> search.single()
                            || isWorthALook(file.path().getFileName().toString()))
                    .forEach(file -> add(file, parts, unread));
        }
        return of(parts, unread);
    }

    /** Puts files that others found together. */
    public static LogSearch of(List<LogPart> parts, List<UnsearchedFile> unread) {
        return new LogSearch(LogGroups.of(parts), unread);
    }

    /** Checksums and what is hidden lies beside logs everywhere. */
    public static boolean isWorthALook(String name) {
        return !name.startsWith(".") && !name.endsWith(".crc") && !name.equals("_SUCCESS");
    }

    private static void add(FoundFile file, List<LogPart> parts, List<UnsearchedFile> unread) {
        String place = file.path().toString();
        InputFile input = InputFile.stored(file.path());
        try {
            if (isZip(input)) {
                ZipArchive archive = new ZipArchive(file.path());
                for (ZipArchive.PackedFile entry : archive.list()) {
                    parts.add(new LogPart(
                            Quoted.line(place + "!" + entry.name()),
                            entry.packedBytes(),
                            entry.modified(),
                            new PackedPart(file.path(), entry.name())));
                }
            } else {
                parts.add(new LogPart(Quoted.line(place), file.bytes(), file.modified(), new StoredPart(file.path())));
            }
        } catch (IOException failure) {
            unread.add(new UnsearchedFile(Quoted.line(place), Reason.of(failure)));
        }
    }

    private static boolean isZip(InputFile file) throws IOException {
        try (InputStream in = file.open(Long.MAX_VALUE)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }
}
