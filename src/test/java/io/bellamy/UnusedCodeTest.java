package io.bellamy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program has, the program uses: code for tests alone belongs to the tests. */
class UnusedCodeTest {

    @Test
    void everyMethodIsCalledByTheProgram() {
        List<String> unused = ArchitectureTest.PROGRAM.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getAccessesToSelf().isEmpty())
                .filter(method -> !isCalledByOthers(method))
                .map(JavaMethod::getFullName)
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    /** By the JVM, a library, or code that knows only what it overrides. */
    private static boolean isCalledByOthers(JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean isGenerated = method.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean isOfRecord = owner.isRecord() && method.getRawParameterTypes().isEmpty();
        boolean isOfEnum = owner.isEnum() && List.of("values", "valueOf").contains(method.getName());
        boolean isStart = method.getName().equals("main");
        return isGenerated || isOfRecord || isOfEnum || isStart || overrides(method);
    }

    private static boolean overrides(JavaMethod method) {
        JavaClass owner = method.getOwner();
        Class<?>[] parameters = method.reflect().getParameterTypes();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .flatMap(above -> Stream.of(above.reflect().getDeclaredMethods()))
                .anyMatch(above ->
                        above.getName().equals(method.getName()) && above.getParameterCount() == parameters.length);
    }
}
