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
                "wordcount|ensemble.json|(?s)\"mean\" : [0-9.]+(,\\s+\"scatter\")|\"mean\" : 1e9$1|predicts no finite runtime",
                "wordcount|ensemble.json|(?s)\"knots\" : \\[.*?]|\"knots\" : []|a kernel must have one knot at least",
                "wordcount|ensemble.json|(?s)\"sizes\" : \\[.*?]|\"sizes\" : []|a prior must have one size at least",
                "wordcount|ensemble.json|(?s)\"outliers\" : \\[.*?]|\"outliers\" : []|the noise must have outliers",
                "wordcount|ensemble.json|\"offset\" : [0-9.E-]+|\"offset\" : -0.5|the deviation of the offset -0.5 must be",
                "wordcount|ensemble.json|\"slope\" : [0-9.E-]+|\"slope\" : -0.5|the deviation of the slope -0.5 must be",
                "wordcount|ensemble.json|\"inverse\" : [0-9.E-]+|\"inverse\" : -0.5|the deviation of the inverse -0.5 must be",
                "wordcount|ensemble.json|\"bend\" : [0-9.E-]+|\"bend\" : -0.5|the deviation of the radial basis -0.5 must be",
                "wordcount|ensemble.json|\"length\" : [0-9.E-]+|\"length\" : -0.5|the length scale -0.5 must be",
                "wordcount|ensemble.json|\"factor\" : [0-9.E-]+|\"factor\" : -0.5|the factor of a size -0.5 must be",
                "wordcount|ensemble.json|\"probability\" : [0-9.E-]+|\"probability\" : -0.5|the probability of a size -0.5 must be",
                "wordcount|ensemble.json|\"share\" : [0-9.E-]+|\"share\" : -0.5|the share of outliers -0.5 must be",
                "wordcount|ensemble.json|\"probability\" : [0-9.E-]+|\"probability\" : 7|add up to",
                "wordcount|ensemble.json|\"length\" : [0-9.E-]+|\"length\" : 0|the length scale 0.0 must be",
                "wordcount|ensemble.json|\"share\" : [0-9.E-]+|\"share\" : 1|the share of outliers 1.0 must be",
                "wordcount|ensemble.json|(?s)(\"ensemble\" : \\{.*?\"deviation\" : )[0-9.E-]+|$1-0.5|the deviation of an ensemble -0.5 must be",
                "wordcount|ensemble.json|(?s)(\"columns\" : \\[.*?\"deviation\" : )[0-9.E-]+|$1-0.5|the deviation of a column -0.5 must be",
                "wordcount|ensemble.json|(?s)(\"knots\" : \\[.*?\"deviation\" : )[0-9.E-]+|$1-0.5|the deviation of a knot -0.5 must be",
                "wordcount|ensemble.json|(?s)(\"noise\" : \\{.*?\"deviation\" : )[0-9.E-]+|$1-0.5|the deviation of runs -0.5 must be",
                "wordcount|ensemble.json|(?s)(\"outliers\" : \\[.*?\"deviation\" : )[0-9.E-]+|$1-0.5|the deviation of outliers -0.5 must be",
                "wordcount|ensemble.json|(?s)(\"knots\" : \\[.*?\"log_scale_out\" : )[0-9.E-]+|$199|knots must increase",
                "sort|pipeline.json|(?s)(\"INSTANCE_COUNT\" : \\{.*?\"min\" : )[0-9.E-]+|$1999|must not be above the largest",
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
