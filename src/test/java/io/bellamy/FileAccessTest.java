package io.bellamy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files are opened and written in one package, which looks at links, owners and modes; all others hand on names. */
class FileAccessTest {

    /** Those of users in one, the program's own native libraries, whose owners and modes count, in the other. */
    private static final Set<String> FILES_ARE_USED_IN = Set.of("files", "natives");

    /** Takes the name of a socket, which is looked after in the package of files, and opens none. */
    private static final String SOCKET = "org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector";

    private static final Set<String> ASKS_THE_SYSTEM = Set.of("toRealPath", "toFile", "toUri", "register");

    /** Classes that are there to open files, by whatever they are named. */
    private static final Set<String> USES_FILES = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.nio.file.Files",
            "java.util.jar.JarFile",
            "java.util.zip.ZipFile");

    /** Classes whose constructors take a text for the name of a file. */
    private static final Set<String> MAY_WRITE_FILES =
            Set.of("java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter");

    @Test
    void filesAreOpenedAndWrittenInOnePackage() {
        Map<Boolean, List<JavaCodeUnitAccess<?>>> uses = ArchitectureTest.PROGRAM.stream()
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(use -> usesFiles(use.getTarget()))
                .collect(Collectors.partitioningBy(
                        use -> FILES_ARE_USED_IN.contains(ArchitectureTest.packageOf(use.getOriginOwner()))));
        assertThat(uses.get(false))
                .extracting(JavaCodeUnitAccess::getDescription)
                .isEmpty();
        assertThat(uses.get(true)).as("what is found where it may be").hasSizeGreaterThan(10);
    }

    /** Paths may be handed on and looked at as names; who gives one to others than the program's own opens a file. */
    private static boolean usesFiles(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        Set<String> takes =
                target.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.toSet());
        if (owner.startsWith("io.bellamy.")
                || owner.equals(Object.class.getName())
                || (owner.equals(SOCKET) && target.getName().equals("setUnixDomainPath"))) {
            return false;
        }
        if (owner.equals(Path.class.getName())) {
            return ASKS_THE_SYSTEM.contains(target.getName());
        }
        boolean named = takes.contains(Path.class.getName()) || takes.contains(File.class.getName());
        boolean written = target.getName().equals("<init>") && takes.contains(String.class.getName());
        return named || USES_FILES.contains(owner) || (written && MAY_WRITE_FILES.contains(owner));
    }
}
