package io.bellamy.spark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Bellamy's own classes and libraries, which lie in a folder of this jar: they see each other and Java, and nothing of Spark,
 * which sees nothing of them. So it does not matter which versions of Jackson or zstd Spark has. What passes between the two
 * are types of Java alone. Safe for use by several threads.
 */
final class IsolatedProgram extends ClassLoader {

    private static final String FOLDER = "bellamy/";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader loader = IsolatedProgram.class.getClassLoader();

    /** Asked itself, since Spark's loader looks into each of its own jars first. */
    private final ZipFile jar;

    private final ProtectionDomain domain;

    /** One of a process, which loads native code that can't be loaded twice. */
    private static final class Loaded {
        static final IsolatedProgram PROGRAM = new IsolatedProgram();
    }

    private IsolatedProgram() {
        super("bellamy", ClassLoader.getPlatformClassLoader());
        CodeSource source = IsolatedProgram.class.getProtectionDomain().getCodeSource();
        this.domain = new ProtectionDomain(source, null, this, null);
        try {
            this.jar = new ZipFile(new File(source.getLocation().toURI()));
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("can't read " + source.getLocation(), failure);
        }
    }

    /**
     * An object of a class of Bellamy.
     *
     * @param name of the class, which has a public constructor without parameters
     * @param type of Java, which the class implements
     */
    static <T> T part(String name, Class<T> type) {
        try {
            return type.cast(
                    Loaded.PROGRAM.loadClass(name).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("this jar is not as it was built: " + name, failure);
        }
    }

    /** What is to be done. */
    @FunctionalInterface
    interface Work<T> {
        T done();
    }

    /** Does it in a thread whose context is Bellamy's, whose libraries look there for their parts. */
    static <T> T within(Work<T> work) {
        return done(Loaded.PROGRAM, work);
    }

    /** Does what Bellamy's classes called for in a thread whose context is Spark's again. */
    static <T> T outside(Work<T> work) {
        return done(IsolatedProgram.class.getClassLoader(), work);
    }

    private static <T> T done(ClassLoader context, Work<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context);
        try {
            return work.done();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry(FOLDER + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't read " + entry + " of this jar", failure);
        }
    }

    @Override
    protected URL findResource(String name) {
        return loader.getResource(FOLDER + name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return loader.getResources(FOLDER + name);
    }
}
