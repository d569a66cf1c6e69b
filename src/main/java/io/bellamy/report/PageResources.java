package io.bellamy.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.apache.commons.codec.digest.DigestUtils;

/** The parts of a page, from the class path. */
final class PageResources {

    private static final String LIBRARY = "chart.js";

    /** A part of the page of an evaluation. */
    String own(String name) {
        return text("evaluation/" + name);
    }

    /** A part of the pages about jobs. */
    String ofJobs(String name) {
        return text("jobs/" + name);
    }

    /** Chart.js with its licence, which asks to come with every copy; without the reference to its source map. */
    String chartLibrary() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text("/META-INF/maven/org.webjars.npm/" + LIBRARY + "/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String folder = "/META-INF/resources/webjars/" + LIBRARY + "/" + properties.getProperty("version") + "/";
        return "/*\n" + text(folder + "LICENSE.md") + "*/\n"
                + text(folder + "dist/chart.umd.min.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    }

    /** How a content security policy names a script or style. */
    static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
    }

    /** With the line breaks that a browser sees, or the hash would not be that of the text. */
    private static String text(String name) {
        try (InputStream stream = PageResources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
