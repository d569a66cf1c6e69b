package io.bellamy.dist;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How a value of one type becomes one of another, as a lambda's arguments and result do: boxed, unboxed, widened, or cast. */
final class Conversion {

    private static final String OBJECT = "java/lang/Object";

    private static final Map<Type, String> BOXES = Map.of(
            Type.BOOLEAN_TYPE, "java/lang/Boolean",
            Type.CHAR_TYPE, "java/lang/Character",
            Type.BYTE_TYPE, "java/lang/Byte",
            Type.SHORT_TYPE, "java/lang/Short",
            Type.INT_TYPE, "java/lang/Integer",
            Type.LONG_TYPE, "java/lang/Long",
            Type.FLOAT_TYPE, "java/lang/Float",
            Type.DOUBLE_TYPE, "java/lang/Double");

    private Conversion() {}

    static boolean isPrimitive(Type type) {
        return BOXES.containsKey(type);
    }

    /** The class of which a primitive type's objects are. */
    static String box(Type primitive) {
        return BOXES.get(primitive);
    }

    /** Converts what is on the stack; what is not wanted at all is dropped. */
    static void write(MethodVisitor code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (to.equals(Type.VOID_TYPE)) {
            code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        } else if (isPrimitive(from) && isPrimitive(to)) {
            widen(code, from, to);
        } else if (isPrimitive(from)) {
            String shape = Type.getMethodDescriptor(Type.getObjectType(box(from)), from);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, box(from), "valueOf", shape, false);
        } else if (isPrimitive(to)) {
            unbox(code, from, to);
        } else if (!to.getInternalName().equals(OBJECT)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static void unbox(MethodVisitor code, Type from, Type to) {
        // an Integer may be wanted as a long; of an object nothing is known but what it must be
        Type inside = BOXES.entrySet().stream()
                .filter(known -> known.getValue().equals(from.getInternalName()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(to);
        if (!box(inside).equals(from.getInternalName())) {
            code.visitTypeInsn(Opcodes.CHECKCAST, box(inside));
        }
        String method = inside.getClassName() + "Value";
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box(inside), method, Type.getMethodDescriptor(inside), false);
        widen(code, inside, to);
    }

    private static void widen(MethodVisitor code, Type from, Type to) {
        int rank = rank(from);
        int wanted = rank(to);
        if (rank == wanted) {
            return;
        }
        code.visitInsn(
                switch (rank * 10 + wanted) {
                    case 1 -> Opcodes.I2L;
                    case 2 -> Opcodes.I2F;
                    case 3 -> Opcodes.I2D;
                    case 12 -> Opcodes.L2F;
                    case 13 -> Opcodes.L2D;
                    case 23 -> Opcodes.F2D;
                    default -> throw new IllegalArgumentException("no " + from + " becomes a " + to);
                });
    }

    private static int rank(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> 1;
            case Type.FLOAT -> 2;
            case Type.DOUBLE -> 3;
            default -> 0;
        };
    }
}
