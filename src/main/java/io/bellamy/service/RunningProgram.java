package io.bellamy.service;

import io.bellamy.files.InputFile;
import io.bellamy.update.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** The program that runs here: what it is, and what it runs on. */
public final class RunningProgram {

    private final Properties properties = new Properties();

    public RunningProgram() {
        try (InputStream in = RunningProgram.class.getResourceAsStream("/versions.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its version alone. */
    public String version() {
        return properties.getProperty("version");
    }

    /** {@code bellamy 1.0 (Java 17.0.1, DJL 0.36.0)}. */
    public String summary() {
        return "bellamy " + properties.getProperty("version") + " (Java " + Runtime.version() + ", DJL "
                + properties.getProperty("djl") + ")";
    }

    /** All its versions, with the SHA-256 of the program itself: of its jar, or of its files where it runs from a folder. */
    Origin.Program versions() {
        return new Origin.Program(
                properties.getProperty("version"),
                Runtime.version().toString(),
                properties.getProperty("djl"),
                sha256());
    }

    private static String sha256() {
        return packed().orElseGet(RunningProgram::ofPlace);
    }

    /** Where the program lies packed in another one, it is still the same. */
    private static Optional<String> packed() {
        try (InputStream in = RunningProgram.class.getResourceAsStream("/program.sha256")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ofPlace() {
        try {
            Path place = Path.of(RunningProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            MessageDigest digest = DigestUtils.getSha256Digest();
            for (Path file : InputFile.below(place)) {
                DigestUtils.updateDigest(digest, place.relativize(file).toString());
                try (InputStream in = InputFile.named(file).open(Long.MAX_VALUE)) {
                    DigestUtils.updateDigest(digest, in);
                }
            }
            return Hex.encodeHexString(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the program", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the program is no path", e);
        }
    }
}
