package io.bellamy.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The program as a build leaves it, with its libraries beside it, in a folder that others may read.
 *
 * @param home where the launcher is
 */
record Installation(Path home) {

    /** Makes one of what the tests run with; {@code folder} and all above it are opened for others to pass. */
    static Installation in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Files.createDirectories(folder.resolve("opt/bellamy"));
        for (String file :
                List.of("bellamy", "config.yml", "examples/request.yml", "data/c3o/grep.csv", "data/c3o/dataset.yml")) {
            Path copy = home.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(file), copy);
        }
        Path libraries = Files.createDirectories(home.resolve("target/lib"));
        List<String> names = new ArrayList<>();
        List<Path> classes = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                classes.add(path);
            } else if (Files.exists(path)) {
                String name = path.getFileName().toString();
                names.add("lib/" + name);
                Files.copy(path, libraries.resolve(name));
            }
        }
        jar(home.resolve("target/bellamy.jar"), String.join(" ", names), classes);
        open(home);
        return new Installation(home);
    }

    private static void jar(Path file, String classPath, List<Path> classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Path folder : classes) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path one : files.filter(Files::isRegularFile).toList()) {
                        String name = folder.relativize(one).toString();
                        if (!name.equals("META-INF/MANIFEST.MF")) {
                            jar.putNextEntry(new JarEntry(name));
                            Files.copy(one, jar);
                        }
                    }
                }
            }
        }
    }

    private static void open(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path one : all.toList()) {
                boolean runs = Files.isDirectory(one) || one.endsWith("bellamy");
                Files.setPosixFilePermissions(one, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    /** Everything that is there, with its time, to see whether something was written. */
    List<String> contents() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path one : all.sorted().toList()) {
                found.add(one + " " + Files.getLastModifiedTime(one));
            }
        }
        return found;
    }
}
