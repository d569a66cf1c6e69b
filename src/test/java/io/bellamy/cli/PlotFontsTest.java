package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Pictures need fonts, and nothing else does. */
class PlotFontsTest extends PlotCases {

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereThereAreNoFontsThatIsToldAndWithoutAPictureNothingOfItIsLoaded() throws Exception {
        Path fonts = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
        Path loaded = folder.resolve("loaded");
        List<String> starter = List.of(
                "env",
                "FONTCONFIG_FILE=" + fonts,
                "JDK_JAVA_OPTIONS=-Duser.home=" + folder + " -Xlog:class+load:file=" + loaded);
        Path request = Files.writeString(folder.resolve("request.yml"), scaleOuts(2, 8) + SMALL);
        List<String> arguments =
                List.of(own.arguments("predict", "-a", "wordcount", "-r", request.toString(), "--log-format", "text"));
        Path err = folder.resolve("err");
        try (BellamyProcess process = BellamyProcess.startUnder(starter, err, arguments)) {
            assertThat(process.exitCode()).as(process.err()).isZero();
            assertThat(Files.readAllLines(loaded))
                    .anyMatch(line -> line.contains("io.bellamy.prediction.Predictor "))
                    .noneMatch(line -> line.matches(".* (org\\.jfree|org\\.apache\\.batik|java\\.awt)\\..*"));
        }
        List<String> plotted = new ArrayList<>(arguments);
        plotted.addAll(List.of("--plot", svg.toString()));
        try (BellamyProcess process = BellamyProcess.startUnder(starter, err, plotted)) {
            assertThat(process.exitCode()).as(process.err()).isEqualTo(1);
            assertThat(process.err()).contains("can't write " + svg, "Java finds no fonts: install fontconfig");
            assertThat(svg).doesNotExist();
        }
    }
}
