package io.bellamy.dist;

import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * {@code equals} or {@code hashCode} of a record, in a static method of its own, and just as Java has them (java.lang.runtime.ObjectMethods).
 *
 * @param owner the record
 * @param name of the method
 * @param shape from the record, and what it is compared with, to the result
 * @param fields to read the components from, in order
 */
record RecordMethod(String owner, String name, String shape, List<Handle> fields) {

    private static final int FACTOR = 31;

    /** How much room of the stack two numbers of the greatest size take. */
    private static final int ROOM = 4;

    RecordMethod {
        fields = List.copyOf(fields);
    }

    static boolean isOne(String name) {
        return name.equals("equals") || name.equals("hashCode");
    }

    /** Calls it, with what it takes on the stack. */
    void use(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "$" + name, shape, false);
    }

    /** Adds it to the record. */
    void write(ClassVisitor record) {
        MethodVisitor code = record.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, "$" + name, shape, null, null);
        code.visitCode();
        if (name.equals("equals")) {
            compare(code);
        } else {
            hash(code);
        }
        code.visitMaxs(ROOM, 2);
        code.visitEnd();
    }

    private void compare(MethodVisitor code) {
        Label same = new Label();
        Label other = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IF_ACMPEQ, same);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
        code.visitJumpInsn(Opcodes.IFEQ, other);
        for (Handle field : fields) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            read(code, field);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.CHECKCAST, owner);
            read(code, field);
            Type type = Type.getType(field.getDesc());
            if (Conversion.isPrimitive(type)) {
                // 0.0 is not -0.0 here, and NaN is NaN
                String shape = Type.getMethodDescriptor(Type.INT_TYPE, type, type);
                code.visitMethodInsn(Opcodes.INVOKESTATIC, Conversion.box(type), "compare", shape, false);
                code.visitJumpInsn(Opcodes.IFNE, other);
            } else {
                String shape = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", shape, false);
                code.visitJumpInsn(Opcodes.IFEQ, other);
            }
        }
        code.visitLabel(same);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(other);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
    }

    private void hash(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
            code.visitIntInsn(Opcodes.BIPUSH, FACTOR);
            code.visitInsn(Opcodes.IMUL);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            read(code, field);
            Type type = Type.getType(field.getDesc());
            if (Conversion.isPrimitive(type)) {
                String shape = Type.getMethodDescriptor(Type.INT_TYPE, type);
                code.visitMethodInsn(Opcodes.INVOKESTATIC, Conversion.box(type), "hashCode", shape, false);
            } else {
                String shape = "(Ljava/lang/Object;)I";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "hashCode", shape, false);
            }
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
    }

    private void read(MethodVisitor code, Handle field) {
        code.visitFieldInsn(Opcodes.GETFIELD, owner, field.getName(), field.getDesc());
    }
}
