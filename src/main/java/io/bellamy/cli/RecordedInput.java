package io.bellamy.cli;

import io.bellamy.files.InputFile;
import io.bellamy.problem.Limits;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where lines that tell of runs come from. */
final class RecordedInput {

    private RecordedInput() {}

    /** Those of a file, or of standard input where none is named. */
    static List<YamlText> documents(Optional<Path> file, Limits limits) throws IOException {
        return file.isPresent()
                ? YamlFile.documents(InputFile.named(file.get()), limits)
                : YamlFile.documents("standard input", System.in, limits);
    }
}
