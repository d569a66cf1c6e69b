package io.bellamy.dist;

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

    private OldClasses() {}

    static boolean isOld(byte[] file) {
        return ByteBuffer.wrap(file).getShort(VERSION_AT) < Opcodes.V1_6;
    }

    /** The same class with frames; what it names must be on the class path. */
    static byte[] renewed(byte[] file) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        byte[] newer = file.clone();
        newer[VERSION_AT + 1] = WITH_FRAMES;
        new ClassReader(newer).accept(writer, 0);
        return writer.toByteArray();
    }
}
