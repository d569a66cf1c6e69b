package io.bellamy.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the files of some folders look like from outside: who sees the same twice need not read them again.
 *
 * @param text that is another one where something has changed
 * @param newest when something was changed last
 */
public record FolderStamp(String text, Instant newest) {

    /** Within it two changes of a file may look like one. */
    private static final Duration ONE_MOMENT = Duration.ofSeconds(1);

    private static final int DEEPEST = 8;

    /**
     * Looks at folders, which need not be there, with all below them.
     *
     * @throws IOException if one can't be listed
     */
    public static FolderStamp of(Iterable<Path> folders) throws IOException {
        Map<Path, String> seen = new TreeMap<>();
        Instant newest = Instant.MIN;
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                BasicFileAttributes attributes;
                try {
                    attributes = Files.readAttributes(file, BasicFileAttributes.class);
                } catch (NoSuchFileException gone) {
                    continue;
                }
                if (attributes.isRegularFile()) {
                    Instant changed = changed(file, attributes);
                    newest = changed.isAfter(newest) ? changed : newest;
                    seen.put(file, attributes.fileKey() + " " + attributes.size() + " " + changed);
                }
            }
        }
        return new FolderStamp(seen.toString(), newest);
    }

    /** Is the newest change so old that whoever read the files since can't have missed another? */
    public boolean isSettled(Instant now) {
        return Duration.between(newest, now).compareTo(ONE_MOMENT) > 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.find(
                folder, DEEPEST, (path, attributes) -> !attributes.isDirectory(), FileVisitOption.FOLLOW_LINKS)) {
            return entries.toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (java.io.UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** Of the content and of what is known of the file, where the system tells both. */
    private static Instant changed(Path file, BasicFileAttributes attributes) throws IOException {
        Instant modified = attributes.lastModifiedTime().toInstant();
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return modified;
        }
        Instant known = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        return known.isAfter(modified) ? known : modified;
    }
}
