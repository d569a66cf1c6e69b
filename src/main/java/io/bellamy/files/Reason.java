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

    private Reason() {}

    /** Why it failed; without the name of the file. */
    public static String of(IOException failure) {
        if (failure instanceof UnusableFileException unusable) {
            return Quoted.line(unusable.getReason());
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof NotDirectoryException) {
            return "is not a folder";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "is there already";
        }
        if (failure instanceof FileSystemLoopException) {
            return "links lead in a circle";
        }
        if (failure instanceof CharacterCodingException) {
            return "is not UTF-8 text";
        }
        return said(failure);
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
