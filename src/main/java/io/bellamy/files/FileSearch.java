package io.bellamy.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The regular files below something that the user names. Links below it are not followed, and a folder that can't be looked
 * into is told and does not hide the others.
 *
 * @param files by name
 * @param problems each with its file and reason
 * @param single whether the name is that of a file
 */
public record FileSearch(List<FoundFile> files, List<FileProblem> problems, boolean single) {

    /** A file as it was when it was found; the time in milliseconds since 1970. */
    public record FoundFile(Path path, long bytes, long modified) {}

    /** What could not be looked at, and why. */
    public record FileProblem(Path path, String reason) {}

    public FileSearch {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Looks for all below a folder, or at a file itself; links that the name itself goes through are the user's. */
    public static FileSearch below(Path named) {
        List<FoundFile> files = new ArrayList<>();
        List<FileProblem> problems = new ArrayList<>();
        boolean single = false;
        try {
            Path real = named.toRealPath();
            single = Files.isRegularFile(real);
            Files.walkFileTree(real, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(new FoundFile(
                                file,
                                attributes.size(),
                                attributes.lastModifiedTime().toMillis()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    problems.add(new FileProblem(file, Reason.of(failure)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            problems.add(new FileProblem(named, Reason.of(failure)));
        }
        files.sort(Comparator.comparing(FoundFile::path));
        return new FileSearch(files, problems, single);
    }
}
