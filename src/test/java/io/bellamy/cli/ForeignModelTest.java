package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models whose digests are right but which no pretraining makes: each is refused for what it is. */
class ForeignModelTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "wordcount|ensemble.json|(?s)\"mean\" : [0-9.]+|\"mean\" : \"NaN\"|must be a finite number",
                "wordcount|ensemble.json|(?s)\"mean\" : [0-9.]+|\"mean\" : 1e999|must be a finite number",
                "wordcount|ensemble.json|(?s)\"mean\" : [0-9.]+|\"mean\" : 1e9|predicts no finite runtime",
                "wordcount|ensemble.json|(?s)\"knots\" : \\[.*?]|\"knots\" : []|a kernel must have one knot at least",
                "wordcount|ensemble.json|(?s)\"sizes\" : \\[.*?]|\"sizes\" : []|a prior must have one size at least",
                "wordcount|ensemble.json|(?s)\"outliers\" : \\[.*?]|\"outliers\" : []|the noise must have outliers",
                "wordcount|pipeline.json|(?s)\"INSTANCE_COUNT_LOG\" : \\{.*?},?|\"INSTANCE_COUNT_LOG\" : null,|pipeline.json",
                "sort|pipeline.json|\"features\" : 39|\"features\" : 38|encoded at the same length",
                "sort|weights.json|\"essential_properties\" : 5|\"essential_properties\" : 2000000000|from 1 to 1000",
                "sort|weights.json|\"essential_properties\" : 5|\"essential_properties\" : 1000|must have 4012 inputs",
                "sort|weights.json|\"scale_out_layer.0\" : \\[ \\[.*?]|\"scale_out_layer.0\" : [ null|must have 3 inputs",
                "sort|weights.json|\"scale_out_layer.0\" : \\[ \\[ [0-9.-]+|\"scale_out_layer.0\" : [ [ 1e999|finite weights"
            })
    void isRefused(String algorithm, String name, String from, String to, String message) throws IOException {
        OwnFolder own = OwnFolder.in(folder).withModels();
        Path home = own.models().resolve("own").resolve(algorithm);
        Path version = home.resolve(Files.readString(home.resolve("latest")).strip());
        Path file = version.resolve(name);
        String before = Files.readString(file);
        String after = before.replaceFirst(from, to);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
        Path manifest = version.resolve("manifest.json");
        String signed = Files.readString(manifest).replace(DigestUtils.sha256Hex(before), DigestUtils.sha256Hex(after));
        Files.writeString(manifest, signed);
        Files.writeString(version.resolve("manifest.sha256"), DigestUtils.sha256Hex(signed) + "  manifest.json\n");

        Bellamy outcome = own.predictFor(algorithm);
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("bellamy: ")
                .contains(message, version.getFileName().toString());
        assertThat(outcome.err()).doesNotContain("internal failure", "Exception");
    }
}
