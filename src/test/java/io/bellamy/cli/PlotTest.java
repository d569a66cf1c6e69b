package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Pictures of answers, through the real command line. */
class PlotTest extends PlotCases {
    private static final String PRICES = "prices: {currency: EUR, per_hour: {small: 0.36, large: 0.72}}\n";

    private static final int BLUE = 0x0072B2;

    private static final int INK = 0x222222;

    private static final int PAPER = 0xFFFFFF;

    @Test
    void showsTheCurvesTheRunsTheChoiceAndTheDeadline() throws Exception {
        String request = scaleOuts(2, 8) + SMALL + PRICES;
        Bellamy answer = plot(request, svg, "--max-runtime", "120");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        Document picture = parsed(svg);
        String choice = answer.out()
                .lines()
                .filter(line -> line.startsWith("recommended: "))
                .findFirst()
                .orElseThrow();
        assertThat(texts(picture, "title")).containsExactly("wordcount on own");
        assertThat(texts(picture, "desc")).containsExactly(choice);
        assertThat(texts(picture, "text"))
                .contains("wordcount on own", "machine_type small, data_size_MB 4000")
                .contains("runtime [s]", "cost [EUR]", "scale-out [machines]")
                .contains("predicted", "90 % of runs", "measured (6 runs)", "limit: 120 s")
                .anyMatch(text -> text.matches("cheapest: 4 x small, 11\\d\\.\\d s"))
                .anyMatch(text -> text.matches("0\\.04\\d\\d EUR"))
                .anyMatch(text -> text.startsWith("model 20"));
        assertThat(drawn(picture, "path", "fill", "rgb(0,114,178)"))
                .as("the six runs and the one in the legend are round")
                .filteredOn(path -> path.getAttribute("d").contains(" C"))
                .hasSize(7);
        assertThat(drawn(picture, "path", "stroke-width", "2.5"))
                .as("a ring in either panel")
                .hasSize(2);
        assertThat(drawn(picture, "path", "opacity", "0.16")).as("the band").hasSize(1);
        assertThat(drawn(picture, "line", "stroke-dasharray", "7,5"))
                .as("the deadline")
                .hasSize(1);

        byte[] first = Files.readAllBytes(svg);
        plot(request, svg, "--max-runtime", "120");
        assertThat(svg).as("the same answer is the same picture").hasBinaryContent(first);
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .as("nothing is left aside")
                    .containsExactlyInAnyOrder("answer.svg", "config.yml", "data", "models");
        }
    }

    @Test
    void tellsMachineTypesApartAndDrawsABudgetEvenIfItIsNotMet() throws Exception {
        String request = scaleOuts(2, 8) + PRICES
                + "machine_types: {small: {}, large: {min_scale_out: 3}}\nessential_properties: {data_size_MB: 4000}\n";
        assertThat(plot(request, svg, "--max-cost", "0.05").exitCode()).isZero();
        Document picture = parsed(svg);
        assertThat(texts(picture, "text"))
                .contains("data_size_MB 4000", "small (6 runs)", "large (6 runs)", "measured", "limit: 0.05 EUR")
                .anyMatch(text -> text.matches("fastest: \\d x (small|large), .*"));
        assertThat(Files.readString(svg)).contains("rgb(0,114,178)", "rgb(213,94,0)");

        assertThat(plot(request, svg, "--max-cost", "0.000001").exitCode()).isEqualTo(6);
        assertThat(texts(parsed(svg), "text")).anyMatch(text -> text.startsWith("nearest: "));
    }

    @Test
    void staysWellFormedWhateverIsInNames() throws Exception {
        String hostile = "</text><script>&\\\"']]>--\\a\\x85\\u202e\\uFFFE\\e[1m" + "\\U0001F600".repeat(60);
        String request = scaleOuts(2, 3) + "machine_types: {small: {}, \"" + hostile + "\": {}}\n"
                + "essential_properties: {data_size_MB: 4000}\n";
        Bellamy answer = plot(request, svg);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(texts(parsed(svg), "script")).isEmpty();
        assertThat(texts(parsed(svg), "text")).anyMatch(text -> text.startsWith("</text><script>&\"']]>--????"));
    }

    /** One scale-out, as many as there may be, no run, no interval, a deadline out of sight; each note at the foot is 28 pixels high. */
    @ParameterizedTest
    @CsvSource({
        "wordcount,4,4,small,988,-o text",
        "wordcount,1,10000,small,1016,-o text",
        "wordcount,2,8,tiny,1044,-o text",
        "sort,2,8,small,988,-o text",
        "wordcount,2,8,small,1428,--max-runtime 1e9"
    })
    void isAPictureWhateverThereIsToShow(
            String algorithm, int least, int most, String machineType, int height, String more) throws IOException {
        Path png = folder.resolve("answer.PNG");
        Bellamy outcome = Bellamy.runWithInput(
                scaleOuts(least, most) + SMALL.replace("small", machineType),
                OwnFolder.with(
                        own.arguments("predict", "-a", algorithm, "-r", "-", "--plot", png.toString()),
                        more.split(" ")));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(height);
        List<Integer> colours = IntStream.range(0, image.getWidth() * image.getHeight())
                .mapToObj(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) & PAPER)
                .toList();
        assertThat(colours.stream().filter(colour -> colour == BLUE).count()).isBetween(200L, 50_000L);
        assertThat(colours.stream().filter(colour -> colour == INK).count()).isBetween(1000L, 50_000L);
        assertThat(colours.stream().filter(colour -> colour == PAPER).count()).isGreaterThan(colours.size() / 2);
    }

    @Test
    void whatCantBeDrawnIsToldAndLeavesWhatWasThere() throws IOException {
        Files.writeString(svg, "an earlier picture");
        Path inFolder = Files.createDirectory(folder.resolve("requests"));
        String request = scaleOuts(2, 8) + SMALL;
        Files.writeString(inFolder.resolve("one.yml"), request);
        assertRefused(
                2, "--plot: '" + folder + "/x.pdf' must end in .svg or .png", plot(request, folder.resolve("x.pdf")));
        assertRefused(2, "must be a file in a folder that exists", plot(request, folder.resolve("none/x.svg")));
        assertRefused(2, "--plot: must be given with a single request", plot(request + "---\n" + request, svg));
        assertRefused(
                2,
                "--plot: must be given with a single request",
                Bellamy.run(own.arguments("predict", "-r", inFolder.toString(), "--plot", svg.toString())));
        assertRefused(
                2,
                "--plot: must be given with a single context, but blank properties leave 3 in question",
                plot(request.replace(", data_size_MB: 4000", ""), svg, "--each-candidate"));
        // where nobody may write, not even root
        assertRefused(1, "can't write /proc/x.svg: ", plot(request, Path.of("/proc/x.svg")));
        assertThat(svg).hasContent("an earlier picture");
    }

    private static void assertRefused(int exitCode, String message, Bellamy outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("bellamy: ").contains(message);
    }

    private static Document parsed(Path svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // that there is none means that nobody gets one over the network
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(svg.toFile());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        return document;
    }

    private static List<String> texts(Document document, String tag) {
        return elements(document, tag)
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** The elements that are drawn with a property, be it their own or come from around them. */
    private static List<Element> drawn(Document document, String tag, String property, String value) {
        return elements(document, tag)
                .filter(element -> property(element, property).equals(value))
                .toList();
    }

    private static String property(Node node, String name) {
        if (!(node instanceof Element element)) {
            return "";
        }
        return Stream.of(element.getAttribute("style").split(";"))
                .map(String::strip)
                .filter(declaration -> declaration.startsWith(name + ":"))
                .map(declaration -> declaration.substring(name.length() + 1))
                .findFirst()
                .orElseGet(() -> property(element.getParentNode(), name));
    }

    private static Stream<Element> elements(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
