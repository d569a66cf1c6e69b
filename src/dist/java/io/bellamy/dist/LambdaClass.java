package io.bellamy.dist;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class of a lambda or a method reference, as java.lang.invoke.LambdaMetafactory would make it.
 *
 * @param name of the class
 * @param method the interface's
 * @param made from what the lambda has of its surroundings to the interface
 * @param erased what the interface's method takes and gives
 * @param body what it calls
 * @param actual what it takes and gives where the interface's types are known
 */
record LambdaClass(String name, String method, Type made, Type erased, Handle body, Type actual) {

    private static final String ONLY = "ONLY";
    private static final String MAKE = "make";
    private static final String OBJECT = "java/lang/Object";
    private static final String CONSTRUCTOR = "<init>";

    /** Puts one on the stack, made of what is there. */
    void use(MethodVisitor code) {
        if (made.getArgumentCount() == 0) {
            code.visitFieldInsn(Opcodes.GETSTATIC, name, ONLY, self().getDescriptor());
        } else {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name, MAKE, made.getDescriptor(), false);
        }
    }

    /**
     * The class.
     *
     * @param nestHost of the class that the lambda stands in, whose private members it calls
     */
    byte[] bytes(String nestHost) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String[] interfaces = {made.getReturnType().getInternalName()};
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(Opcodes.V17, access, name, null, OBJECT, interfaces);
        writer.visitNestHost(nestHost);
        constructor(writer);
        if (made.getArgumentCount() == 0) {
            only(writer);
        } else {
            make(writer);
        }
        call(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Type self() {
        return Type.getObjectType(name);
    }

    private String constructorShape() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, made.getArgumentTypes());
    }

    private void constructor(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, CONSTRUCTOR, constructorShape(), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
        int place = 1;
        for (int i = 0; i < made.getArgumentCount(); i++) {
            Type type = made.getArgumentTypes()[i];
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
            writer.visitField(access, field(i), type.getDescriptor(), null, null);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), place);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), type.getDescriptor());
            place += type.getSize();
        }
        end(code, Opcodes.RETURN);
    }

    /** What has nothing of its surroundings is made once. */
    private void only(ClassWriter writer) {
        int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, ONLY, self().getDescriptor(), null, null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, constructorShape(), false);
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, ONLY, self().getDescriptor());
        end(code, Opcodes.RETURN);
    }

    private void make(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, MAKE, made.getDescriptor(), null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int place = 0;
        for (Type type : made.getArgumentTypes()) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), place);
            place += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, constructorShape(), false);
        end(code, Opcodes.ARETURN);
    }

    /** The interface's method: calls the body with what it has of its surroundings, and with what it is given. */
    private void call(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
        code.visitCode();
        boolean constructs = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (constructs) {
            code.visitTypeInsn(Opcodes.NEW, body.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        List<Type> taken = taken();
        int next = 0;
        for (Type type : made.getArgumentTypes()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, field(next), type.getDescriptor());
            Conversion.write(code, type, taken.get(next));
            next++;
        }
        int place = 1;
        for (int i = 0; i < erased.getArgumentCount(); i++) {
            Type type = erased.getArgumentTypes()[i];
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), place);
            Conversion.write(code, type, actual.getArgumentTypes()[i]);
            Conversion.write(code, actual.getArgumentTypes()[i], taken.get(next));
            next++;
            place += type.getSize();
        }
        code.visitMethodInsn(opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        Type result = constructs ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
        Conversion.write(code, result, erased.getReturnType());
        end(code, erased.getReturnType().getOpcode(Opcodes.IRETURN));
    }

    /** What the body takes, with what it is called on. */
    private List<Type> taken() {
        List<Type> taken = new ArrayList<>();
        if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            taken.add(Type.getObjectType(body.getOwner()));
        }
        taken.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
        return taken;
    }

    private int opcode() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            // a nest's private methods are called like others
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private static String field(int number) {
        return "of" + number;
    }

    private static void end(MethodVisitor code, int last) {
        code.visitInsn(last);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
