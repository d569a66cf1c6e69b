package io.bellamy.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of pictures share. */
abstract class PlotCases extends OwnModelCases {

    static final String SMALL = "essential_properties: {machine_type: small, data_size_MB: 4000}\n";

    Path svg;

    @BeforeEach
    void picture() {
        svg = folder.resolve("answer.svg");
    }

    Bellamy plot(String request, Path file, String... more) {
        return Bellamy.runWithInput(
                request,
                OwnFolder.with(
                        own.arguments("predict", "-a", "wordcount", "-r", "-", "--plot", file.toString()), more));
    }

    static String scaleOuts(int least, int most) {
        return "min_scale_out: " + least + "\nmax_scale_out: " + most + "\n";
    }
}
