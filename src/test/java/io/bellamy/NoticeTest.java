package io.bellamy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NOTICE names every library that is bundled. */
class NoticeTest {

    /** What only the tests and benchmarks use, which is not bundled. */
    private static final Pattern OF_TESTS = Pattern.compile(
            "(junit-.*|jqwik.*|asm|opentest4j|apiguardian-api|jspecify|assertj-core|byte-buddy|archunit.*|json-schema-validator"
                    + "|jackson-dataformat-yaml|jackson-datatype-jsr310|swagger-.*|jakarta\\..*|snakeyaml-engine|itu|jmh-.*|jopt-simple|commons-math3|surefire.*"
                    + "|selenium-.*|opentelemetry-.*|snappy-java|commonmark.*|asm|jasperreports-fonts"
                    // the SDKs of clouds
                    + "|databricks-sdk-java|proto-google-.*|protobuf-java-util|guava|failureaccess|listenablefuture|jsr305"
                    + "|j2objc-annotations|checker-qual"
                    + "|annotations|auth|aws-.*|checksums.*|emr|endpoints-spi"
                    + "|eventstream|http-auth.*|http-client-spi|identity-spi|json-utils|metrics-spi|profiles|protocol-core"
                    + "|regions|retries.*|sdk-core|third-party-jackson-core|utils|utils-lite)");

    private static final Pattern LIBRARY = Pattern.compile("(.*?)-\\d[^/]*\\.jar");

    @Test
    void namesEveryLibraryThatIsBundled() throws IOException {
        List<String> bundled = Stream.of(System.getProperty("java.class.path").split(":", -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).getFileName().toString())
                .map(LIBRARY::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .filter(name -> !OF_TESTS.matcher(name).matches())
                .distinct()
                .toList();
        assertThat(bundled).contains("picocli", "pytorch-native-cpu");
        List<String> named = Files.readString(Path.of("NOTICE"))
                .lines()
                .filter(line -> line.startsWith("  "))
                .flatMap(
                        line -> Pattern.compile("[A-Za-z0-9_.-]+").matcher(line).results())
                .map(result -> result.group())
                .toList();
        assertThat(named).containsAll(bundled);
    }
}
