package io.bellamy.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Copies classes, with what Java would spin code for when it first comes there (lambdas, and how records are compared) as plain
 * classes and methods. They do the same; but a start comes to 700 such places, and Java 17 takes .1 ms and more for each.
 */
public final class PlainClasses {

    private static final String ENDING = ".class";

    /** What was made of a class file: by name of the class, itself among them, and which classes share its private members. */
    record Made(Map<String, byte[]> classes, String nestHost, List<String> nestMembers) {}

    private PlainClasses() {}

    /**
     * Copies them, with whatever else stands beside them.
     *
     * @param arguments the folder of the classes, and that of the copies, which is made anew
     */
    public static void main(String[] arguments) throws IOException {
        copy(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void copy(Path from, Path to) throws IOException {
        remove(to);
        Map<String, byte[]> classes = new TreeMap<>();
        Map<String, List<String>> nests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(ENDING)) {
                    Made made = PlainClass.of(Files.readAllBytes(file));
                    classes.putAll(made.classes());
                    nests.computeIfAbsent(made.nestHost(), host -> new ArrayList<>())
                            .addAll(made.nestMembers());
                } else {
                    Path copy = to.resolve(from.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        nests.forEach((host, members) -> classes.computeIfPresent(host, (name, bytes) -> withMembers(bytes, members)));
        for (Map.Entry<String, byte[]> one : classes.entrySet()) {
            Path copy = to.resolve(one.getKey() + ENDING);
            Files.createDirectories(copy.getParent());
            Files.write(copy, one.getValue());
        }
        forAll(to);
    }

    /** The jar has the modes of its files, and is the same whatever the umask is of those who build it. */
    private static void forAll(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static byte[] withMembers(byte[] host, List<String> members) {
        if (members.isEmpty()) {
            return host;
        }
        ClassReader reader = new ClassReader(host);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitEnd() {
                        members.forEach(cv::visitNestMember);
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
