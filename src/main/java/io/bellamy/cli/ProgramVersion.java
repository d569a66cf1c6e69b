package io.bellamy.cli;

import io.bellamy.files.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Properties;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import picocli.CommandLine.IVersionProvider;

/** Versions of the program and of what it runs on. */
final class ProgramVersion implements IVersionProvider {

    private final Properties versions = new Properties();

    ProgramVersion() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String program() {
        return versions.getProperty("version");
    }

    String djl() {
        return versions.getProperty("djl");
    }

    String java() {
        return Runtime.version().toString();
    }

    /** SHA-256 of the program itself, in hexadecimal: of its jar, or of its files where it runs from a folder. */
    String sha256() {
        try {
            Path place = Path.of(ProgramVersion.class
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

    @Override
    public String[] getVersion() {
        return new String[] {"bellamy " + program() + " (Java " + java() + ", DJL " + djl() + ")"};
    }
}
