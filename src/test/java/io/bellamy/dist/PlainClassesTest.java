package io.bellamy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.cli.Main;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class PlainClassesTest {

    @TempDir
    private Path folder;

    @Test
    void theyDoWhatTheOnesBeforeDid() throws Exception {
        Path from = Files.createDirectories(folder.resolve("from/io/bellamy/dist"));
        try (Stream<Path> files = Files.list(classesWith(LambdaKinds.class).resolve("io/bellamy/dist"))) {
            for (Path file : files.filter(
                            named -> named.getFileName().toString().startsWith("LambdaKinds"))
                    .toList()) {
                Files.copy(file, from.resolve(file.getFileName()));
            }
        }
        Path words = Files.writeString(from.resolve("words.txt"), "as they are");
        Files.setPosixFilePermissions(words, PosixFilePermissions.fromString("rw-------"));
        Path to = Files.createDirectories(folder.resolve("to/old"));
        PlainClasses.main(
                new String[] {folder.resolve("from").toString(), to.getParent().toString()});
        assertThat(to).doesNotExist();
        Path copy = to.resolveSibling("io/bellamy/dist/words.txt");
        assertThat(copy).hasContent("as they are");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-r--r--");
        assertThat(spun(to.getParent())).containsOnly("toString");
        try (URLClassLoader loader = loaderOf(to.getParent())) {
            Class<?> plain = loader.loadClass(LambdaKinds.class.getName());
            assertThat(plain).isNotSameAs(LambdaKinds.class);
            Supplier<?> kinds = (Supplier<?>) plain.getConstructor().newInstance();
            assertThat(kinds.get()).isEqualTo(new LambdaKinds().get());
        }
    }

    @Test
    void allOfTheProgramPassJavasCheck() throws Exception {
        PlainClasses.copy(classesWith(Main.class), folder);
        assertThat(spun(folder)).containsOnly("toString");
        int checked = 0;
        try (URLClassLoader loader = loaderOf(folder);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(named -> named.toString().endsWith(".class")).toList()) {
                String name =
                        folder.relativize(file).toString().replace(".class", "").replace('/', '.');
                Class<?> plain = Class.forName(name, false, loader);
                assertThat(plain.getClassLoader()).isSameAs(loader);
                assertThat(plain.getNestHost().getClassLoader()).isSameAs(loader);
                // which links it, and so lets Java check its code
                checked += plain.getDeclaredMethods().length;
            }
        }
        assertThat(checked).isPositive();
    }

    private static Path classesWith(Class<?> one) throws URISyntaxException {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Finds classes there before those of the tests. */
    private static URLClassLoader loaderOf(Path folder) throws IOException {
        URL[] places = {folder.toUri().toURL()};
        return new URLClassLoader(places, PlainClassesTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    if (findLoadedClass(name) == null && findResource(name.replace('.', '/') + ".class") != null) {
                        return findClass(name);
                    }
                    return super.loadClass(name, resolve);
                }
            }
        };
    }

    /** What Java would still spin code for, but texts that are put together, as the program's are not. */
    private static List<String> spun(Path folder) throws IOException {
        List<String> spun = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(named -> named.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Calls(spun), 0);
            }
        }
        return spun;
    }

    private static final class Calls extends ClassVisitor {

        private final List<String> spun;

        Calls(List<String> spun) {
            super(Opcodes.ASM9);
            this.spun = spun;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String shape, String generic, String[] thrown) {
            return new MethodVisitor(api) {
                @Override
                public void visitInvokeDynamicInsn(String called, String form, Handle maker, Object... facts) {
                    if (!maker.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
                        spun.add(called);
                    }
                }
            };
        }
    }
}
