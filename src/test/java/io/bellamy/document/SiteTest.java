package io.bellamy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.dist.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents as a site. */
class SiteTest {

    @TempDir
    private Path folder;

    @Test
    void documentsLinkToWhatIsThere() throws IOException {
        assertThat(Site.make(Path.of(""), folder)).isEmpty();
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains(
                        "<a href=\"docs/CLI.html\">",
                        "aria-current=\"page\">Bellamy</a>",
                        "<img src=\"docs/recommendation.svg\"");
        assertThat(Files.readString(folder.resolve("docs/SERVICE.html")))
                .contains("href=\"../site.css\"", "<h2 id=\"the-page\">", "<table>");
        assertThat(folder.resolve("docs/recommendation.svg")).exists();
        assertThat(folder.resolve("examples/request.yml")).exists();
        assertThat(Files.readString(folder.resolve("search.js")))
                .startsWith("const TEXTS = [[\"README.html\",\"Bellamy\",");
    }

    @Test
    void linksThatLeadNowhereAreTold() throws IOException {
        Path sources = folder.resolve("sources");
        for (String document : List.of(
                "README.md",
                "CHANGELOG.md",
                "SECURITY.md",
                "CONTRIBUTING.md",
                "data/README.md",
                "models/README.md",
                "docs/A.md")) {
            write(sources.resolve(document), "# Title\n\n## Part one\n");
        }
        write(sources.resolve("LICENSE"), "");
        write(sources.resolve("src/dist/site/search.js"), "");
        write(sources.resolve("src/dist/site/site.css"), "");
        write(
                sources.resolve("docs/A.md"),
                "# A\n\n[1](../README.md#part-one) [2](B.md) [3](../README.md#part-two) [4](#a) [5](https://example.org/x) ![6](no.svg)\n");
        assertThat(Site.make(sources, folder.resolve("site")))
                .containsExactly(
                        "docs/A.md: there is no B.md",
                        "docs/A.md: there is no ../README.md#part-two",
                        "docs/A.md: there is no no.svg");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
