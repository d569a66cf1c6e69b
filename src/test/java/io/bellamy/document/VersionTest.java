package io.bellamy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.service.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents tell to download has the version of the pom. */
class VersionTest {

    private static final Pattern NAMED =
            Pattern.compile("bellamy(?:-training)?[-_:](\\d+\\.\\d+\\.\\d+[A-Za-z0-9.]*?)(?=[-/_\\s`]|$)");
    private static final Pattern SECTION = Pattern.compile("^## \\[(.*?)]", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/DISTRIBUTION.md", "examples/howto/argo.yaml"})
    void documentsNameThisVersion(String document) throws IOException {
        assertThat(NAMED.matcher(Files.readString(Path.of(document))).results().map(named -> named.group(1)))
                .isNotEmpty()
                .containsOnly(new RunningProgram().version());
    }

    /** Of which the notes of its release are made. */
    @Test
    void theNewestChangesAreOfThisVersion() throws IOException {
        assertThat(SECTION.matcher(Files.readString(Path.of("CHANGELOG.md")))
                        .results()
                        .map(section -> section.group(1)))
                .first()
                .isEqualTo(new RunningProgram().version());
    }
}
