package io.bellamy.files;

import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Optional;

/** What the system says when it refuses, in words for people. */
public final class Reason {

    /** What the system calls it, and what people do. */
    private static final Map<String, String> WORDS = Map.of(
            "No space left on device", "no space is left on the disk",
            "Disk quota exceeded", "the quota of the disk is used up",
            "Read-only file system", "the file system is read-only",
            "Too many open files", "too many files are open (raise the limit: ulimit -n)",
            "File name too long", "the name is too long",
            "Not a directory", "what stands before the last name is no folder",
            "Too many levels of symbolic links", "is a link, or links lead in a circle",
            "File too large", "the file would be larger than is allowed (ulimit -f)",
            "Operation not permitted", "permission denied");

    /** What Java has an exception of its own for; none of them is another's kind. */
    private static final Map<Class<? extends IOException>, String> KINDS = Map.of(
            AccessDeniedException.class, "permission denied",
            NoSuchFileException.class, "there is no such file",
            NotDirectoryException.class, "is not a folder",
            DirectoryNotEmptyException.class, "the folder is not empty",
            FileAlreadyExistsException.class, "is there already",
            FileSystemLoopException.class, "links lead in a circle",
            CharacterCodingException.class, "is not UTF-8 text");

    private Reason() {}

    /** Why it failed; without the name of the file. */
    public static String of(IOException failure) {
        if (failure instanceof UnusableFileException unusable) {
            return Quoted.line(unusable.getReason());
        }
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> said(failure));
    }

    /** What could not be done and why, with the name of the file where {@code what} does not end with it. */
    public static String of(String what, IOException failure) {
        Optional<String> file = failure instanceof FileSystemException named
                ? Optional.ofNullable(named.getFile()).filter(name -> !what.endsWith(name))
                : Optional.empty();
        return what + ": " + file.map(name -> Quoted.line(name) + ": ").orElse("") + of(failure);
    }

    private static String said(IOException failure) {
        String text = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
        return WORDS.entrySet().stream()
                .filter(known -> text.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> Quoted.line(text));
    }
}
