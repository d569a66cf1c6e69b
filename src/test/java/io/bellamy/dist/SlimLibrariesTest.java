package io.bellamy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Libraries of the program as an installation has them. */
class SlimLibrariesTest {

    @TempDir
    private Path folder;

    @Test
    void oldClassesAreWrittenAnewAndJavaTakesThem() throws Exception {
        Path original = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path slim = slim(original);
        List<String> classes = new ArrayList<>();
        try (ZipFile before = new ZipFile(original.toFile());
                ZipFile after = new ZipFile(slim.toFile())) {
            assertThat(names(after)).isEqualTo(names(before));
            for (String name : names(after)) {
                if (name.endsWith(".class")) {
                    assertThat(OldClasses.isOld(content(after, name))).as(name).isFalse();
                    classes.add(name.replaceFirst("\\.class$", "").replace('/', '.'));
                }
            }
            assertThat(OldClasses.isOld(content(before, "picocli/CommandLine.class")))
                    .isTrue();
        }
        classes.removeIf(name -> name.endsWith("module-info"));
        assertThat(classes).hasSizeGreaterThan(200);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {slim.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : classes) {
                // verified as it is initialised; some stand on Groovy, which is not there
                if (!name.contains("groovy") && !name.contains("Groovy")) {
                    assertThat(Class.forName(name, true, loader)).hasToString(typeOf(name));
                }
            }
        }
    }

    private static String typeOf(String name) throws ClassNotFoundException {
        return Class.forName(name, false, SlimLibrariesTest.class.getClassLoader())
                .toString();
    }

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

    private static byte[] content(ZipFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
