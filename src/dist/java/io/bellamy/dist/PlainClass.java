package io.bellamy.dist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class whose lambdas become classes beside it, and whose comparison, where it is a record, becomes methods. */
final class PlainClass extends ClassVisitor {

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";

    /** The part of a record's description with its fields: after its class and their names. */
    private static final int FIELDS = 2;

    private final Map<String, byte[]> lambdas = new LinkedHashMap<>();
    private final List<RecordMethod> compared = new ArrayList<>();
    private final String name;
    private final String nestHost;

    private PlainClass(ClassReader reader, ClassVisitor writer) {
        super(Opcodes.ASM9, writer);
        this.name = reader.getClassName();
        this.nestHost = nestHost(reader);
    }

    static PlainClasses.Made of(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        PlainClass plain = new PlainClass(reader, writer);
        reader.accept(plain, 0);
        Map<String, byte[]> made = new LinkedHashMap<>(plain.lambdas);
        made.put(plain.name, writer.toByteArray());
        return new PlainClasses.Made(made, plain.nestHost, List.copyOf(plain.lambdas.keySet()));
    }

    private static String nestHost(ClassReader reader) {
        String[] host = {reader.getClassName()};
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitNestHost(String name) {
                        host[0] = name;
                    }
                },
                ClassReader.SKIP_CODE);
        return host[0];
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String shape, String generic, String[] thrown) {
        return new MethodVisitor(api, super.visitMethod(access, method, shape, generic, thrown)) {
            @Override
            public void visitInvokeDynamicInsn(String called, String form, Handle maker, Object... facts) {
                if (maker.getOwner().equals(LAMBDAS) && maker.getName().equals("metafactory")) {
                    String lambda = name + "$$Lambda" + lambdas.size();
                    LambdaClass made = new LambdaClass(
                            lambda, called, Type.getMethodType(form), (Type) facts[0], (Handle) facts[1], (Type)
                                    facts[2]);
                    lambdas.put(lambda, made.bytes(nestHost));
                    made.use(mv);
                } else if (maker.getOwner().equals(RECORDS) && RecordMethod.isOne(called)) {
                    List<Handle> fields = new ArrayList<>();
                    for (Object fact : List.of(facts).subList(FIELDS, facts.length)) {
                        fields.add((Handle) fact);
                    }
                    RecordMethod compared = new RecordMethod(name, called, form, fields);
                    PlainClass.this.compared.add(compared);
                    compared.use(mv);
                } else {
                    super.visitInvokeDynamicInsn(called, form, maker, facts);
                }
            }
        };
    }

    @Override
    public void visitEnd() {
        compared.forEach(method -> method.write(cv));
        super.visitEnd();
    }
}
