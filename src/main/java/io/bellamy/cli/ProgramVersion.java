package io.bellamy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
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

    @Override
    public String[] getVersion() {
        return new String[] {"bellamy " + program() + " (Java " + java() + ", DJL " + djl() + ")"};
    }
}
