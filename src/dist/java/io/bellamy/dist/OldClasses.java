package io.bellamy.dist;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Writes classes anew that were compiled for Java 5 or before: these lack the frames by which Java verifies, so that it leaves
 * them, and all that stand on them, out of what it links ahead of time.
 */
final class OldClasses {

    private static final byte WITH_FRAMES = Opcodes.V1_8;
    private static final int VERSION_AT = 6;

    private final ClassLoader library;

    /**
     * Of one library.
     *
     * @param jar in which the types are that its classes name
     */
    OldClasses(File jar) throws MalformedURLException {
        library = new URLClassLoader(new URL[] {jar.toURI().toURL()});
    }

    static boolean isOld(byte[] file) {
        return ByteBuffer.wrap(file).getShort(VERSION_AT) < Opcodes.V1_6;
    }

    /** The same class with frames. */
    byte[] renewed(byte[] file) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return library;
            }
        };
        byte[] newer = file.clone();
        newer[VERSION_AT + 1] = WITH_FRAMES;
        new ClassReader(newer).accept(writer, 0);
        return writer.toByteArray();
    }
}
