package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What Java itself fails by is one line that says what to set, in whichever thread it happened. */
class JavaErrorsTest {

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new OutOfMemoryError("Java heap space"), "the memory is full (Java may use "),
                Arguments.of(
                        new CompletionException(new OutOfMemoryError("Java heap space")), "BELLAMY_JAVA_OPTS=-Xmx"),
                Arguments.of(
                        new OutOfMemoryError("unable to create native thread: possibly out of memory"), "ulimit -u"),
                Arguments.of(new StackOverflowError(), "BELLAMY_JAVA_OPTS=-Xss8m"),
                Arguments.of(
                        new ExceptionInInitializerError(new java.io.UncheckedIOException(
                                new java.io.IOException("config.yml: Too many open files"))),
                        "too many files are open: raise the limit (ulimit -n)"),
                Arguments.of(new NoClassDefFoundError("picocli/CommandLine"), "build it anew"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void areOneLineWithWhatToSet(Throwable error, String advice) {
        StringWriter err = new StringWriter();
        CommandLine command = BellamyCommand.commandLine().setErr(new PrintWriter(err, true));
        assertThat(FailureHandler.tell(command, error)).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).startsWith("bellamy: ").contains(advice).hasLineCount(1);
    }
}
