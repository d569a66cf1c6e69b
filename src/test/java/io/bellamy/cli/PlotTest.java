package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** Pictures of answers, through the real command line. */
class PlotTest {

    private static final String REQUEST = "min_scale_out: %s\nmax_scale_out: %s\nessential_properties: {%s}\n";
    private static final String PRICES = "prices: {currency: EUR, per_hour: {small: 0.36, large: 0.72}}\n";

    @TempDir
    private Path folder;

    private OwnFolder own;

    @BeforeEach
    void copy() {
        own = OwnFolder.in(folder).withModels();
    }

    @Test
    void svgShowsTheCurveTheRunsTheChoiceTheLimitAndTheCosts() throws Exception {
        Path file = folder.resolve("answer.svg");
        String request = REQUEST.formatted(2, 8, "machine_type: small, data_size_MB: 4000") + PRICES;
        assertThat(plot(request, file, "--max-runtime", "120").exitCode()).isZero();
        String texts = texts(file);
        assertThat(texts)
                .contains("wordcount on own", "data_size_MB 4000", "scale-out [machines]")
                .contains("predicted (band: 90 % of runs)", "measured", "recommended: 4 x small", "at most 120 s");
        byte[] first = Files.readAllBytes(file);
        plot(request, file, "--max-runtime", "120");
        assertThat(file).as("the same answer is the same picture").hasBinaryContent(first);

        String both = "min_scale_out: 2\nmax_scale_out: 8\nmachine_types: {small: {}, large: {}}\n"
                + "essential_properties: {data_size_MB: 4000}\n" + PRICES;
        assertThat(plot(both, file, "--max-cost", "0.05", "-o", "jsonl").exitCode())
                .isZero();
        assertThat(texts(file))
                .contains("small", "large", "at most 0.05 EUR", "points: measured")
                .doesNotContain("at most 120 s");
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .as("nothing is left aside")
                    .containsExactlyInAnyOrder("answer.svg", "config.yml", "data", "models");
        }
    }

    /** One scale-out, very many, no run, no interval. */
    @ParameterizedTest
    @CsvSource({
        "wordcount,4,4,'machine_type: small, data_size_MB: 4000'",
        "wordcount,2,5000,'machine_type: small, data_size_MB: 4000'",
        "wordcount,2,8,'machine_type: tiny, data_size_MB: 123'",
        "sort,2,8,'machine_type: small, data_size_MB: 4000'"
    })
    void pngIsAPictureWhateverThereIsToShow(String algorithm, int least, int most, String properties)
            throws IOException {
        Path file = folder.resolve("answer.PNG");
        Bellamy outcome = Bellamy.runWithInput(
                REQUEST.formatted(least, most, properties),
                own.arguments("predict", "-a", algorithm, "-r", "-", "--plot", file.toString()));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1800);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertThat(colours).contains(0xFFFFFF, 0x0072B2, 0x333333);
    }

    @Test
    void whatCantBeDrawnIsTold() throws IOException {
        String request = REQUEST.formatted(2, 8, "machine_type: small, data_size_MB: 4000");
        assertRefused(2, "'" + folder + "/x.pdf' must end in .svg or .png", plot(request, folder.resolve("x.pdf")));
        assertRefused(2, "must be a file in a folder that exists", plot(request, folder.resolve("none/x.svg")));
        assertRefused(
                2,
                "--plot: must be given for one request, but there are 2",
                plot(request + "---\n" + request, folder.resolve("x.svg")));
        assertRefused(
                2,
                "--plot: must be given for one context, but there are 3",
                plot(REQUEST.formatted(2, 8, "machine_type: small"), folder.resolve("x.svg"), "--each-candidate"));
        // where nobody may write, not even root
        assertRefused(1, "can't draw /proc/x.svg: ", plot(request, Path.of("/proc/x.svg")));
    }

    private static void assertRefused(int exitCode, String message, Bellamy outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("bellamy: ").contains(message);
    }

    private Bellamy plot(String request, Path file, String... more) {
        return Bellamy.runWithInput(
                request,
                OwnFolder.with(
                        own.arguments("predict", "-a", "wordcount", "-r", "-", "--plot", file.toString()), more));
    }

    private static String texts(Path svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        Document document = builder.parse(svg.toFile());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        return String.join("\n", List.of(document.getDocumentElement().getTextContent()));
    }
}
