package io.bellamy.cli;

import io.bellamy.natives.InstalledNatives;
import io.bellamy.problem.Quoted;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about what Java itself fails by. */
final class ErrorAdvice {

    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;

    private ErrorAdvice() {}

    /** On one line, where Java failed by an error, in whatever it stands, and there is something to do. */
    static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(Error.class::isInstance)
                .reduce((error, cause) -> cause)
                .flatMap(error -> of((Error) error));
    }

    private static Optional<String> of(Error error) {
        String said = Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .collect(Collectors.joining("; "));
        if (error instanceof OutOfMemoryError) {
            return Optional.of(outOfMemory(said));
        }
        if (error instanceof StackOverflowError) {
            return Optional.of(
                    "a stack of calls is full: something in the input is nested too deeply, or Java needs a larger"
                            + " stack, for example BELLAMY_JAVA_OPTS=-Xss8m");
        }
        if (said.toLowerCase(Locale.ROOT).contains("too many open files")) {
            return Optional.of("too many files are open: raise the limit (ulimit -n)");
        }
        if (error instanceof LinkageError) {
            return Optional.of("a part of the program is missing or can't be loaded (" + Quoted.plain(error)
                    + "): "
                    + (InstalledNatives.isInstallation()
                            ? "install it anew"
                            : "build it anew (mvn -B -DskipTests clean package)")
                    + ", and see that files may be opened (ulimit -n)");
        }
        return Optional.empty();
    }

    private static String outOfMemory(String said) {
        if (said.contains("thread")) {
            return "no further thread can be started: raise the limit of processes (ulimit -u, or that of the service), or give"
                    + " Java less memory (BELLAMY_JAVA_OPTS=-Xmx512m) so that more is left";
        }
        if (said.contains("Metaspace") || said.contains("Compressed class space")) {
            return "the memory for classes is full: leave MaxMetaspaceSize out of BELLAMY_JAVA_OPTS";
        }
        long most = Runtime.getRuntime().maxMemory();
        return "the memory is full (Java may use " + most / MEGABYTE
                + " MB): give it more, for example BELLAMY_JAVA_OPTS=-Xmx" + twice(most)
                + (said.contains("Direct buffer") ? ", or raise -XX:MaxDirectMemorySize" : "");
    }

    private static String twice(long bytes) {
        return (2 * bytes + GIGABYTE - 1) / GIGABYTE + "g";
    }
}
