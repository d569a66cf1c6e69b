package io.bellamy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries of the program as an installation has them. */
class SlimLibrariesTest {

    @TempDir
    private Path folder;

    @Test
    void ofScriptsTheOneIsLeftThatPagesTakeAndNativeCodeIsNot() throws Exception {
        assertThat(kept("/META-INF/maven/org.webjars.npm/chart.js/pom.properties"))
                .contains("META-INF/resources/webjars/chart.js/4.5.1/LICENSE.md")
                .filteredOn(name -> name.contains("/dist/") && !name.endsWith("/"))
                .containsExactly("META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js");
        assertThat(kept("/com/github/luben/zstd/Zstd.class"))
                .contains("com/github/luben/zstd/Zstd.class")
                .noneMatch(name -> name.contains("libzstd"));
    }

    private List<String> kept(String resource) throws IOException {
        String place = SlimLibrariesTest.class.getResource(resource).toString();
        try (ZipFile slim =
                new ZipFile(slim(Path.of(place.replaceFirst("^jar:file:", "").replaceFirst("!.*", "")))
                        .toFile())) {
            return names(slim);
        }
    }

    private Path slim(Path original) throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        Path to = folder.resolve("to");
        Path copy = from.resolve(original.getFileName());
        Files.copy(original, copy);
        SlimLibraries.main(new String[] {from.toString(), to.toString()});
        Files.delete(copy);
        return to.resolve(original.getFileName());
    }

    private static List<String> names(ZipFile jar) {
        return jar.stream().map(ZipEntry::getName).toList();
    }
}
