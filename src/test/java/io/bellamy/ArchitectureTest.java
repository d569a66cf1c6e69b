package io.bellamy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The layout: which package may use which, and what is kept to one place. */
class ArchitectureTest {

    static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.bellamy");

    private static final Path SOURCES = Path.of("src/main/java/io/bellamy");

    private static final Pattern KNOWS =
            Pattern.compile("<p>It knows(?: no other package|: ([a-z, \\n*]+))\\.", Pattern.DOTALL);

    /** Every package and the packages of the program that it may use, as its package-info says. */
    private static final Map<String, List<String>> MAY_USE = PROGRAM.stream()
            .map(ArchitectureTest::packageOf)
            .distinct()
            .collect(Collectors.toMap(name -> name, ArchitectureTest::known));

    private static List<String> known(String name) {
        try {
            Matcher knows = KNOWS.matcher(Files.readString(SOURCES.resolve(name).resolve("package-info.java")));
            assertThat(knows.find())
                    .as("package-info of %s says what it knows", name)
                    .isTrue();
            return knows.group(1) == null ? List.of() : List.of(knows.group(1).split("[, \\n*]+", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Libraries and the packages that may use them. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("picocli..", List.of("cli")),
            Map.entry("me.tongfei..", List.of("cli")),
            Map.entry("ch.qos.logback..", List.of("cli")),
            Map.entry("org.yaml..", List.of("yaml")),
            Map.entry("org.apache.commons.text..", List.of("prediction", "yaml")),
            Map.entry("org.apache.commons.csv..", List.of("imports", "report")),
            Map.entry("com.github.luben..", List.of("logfiles", "natives", "parquet")),
            Map.entry("org.apache.parquet..", List.of("parquet")),
            Map.entry("net.jpountz..", List.of("logfiles")),
            Map.entry("io.airlift..", List.of("logfiles", "parquet")),
            Map.entry("com.ning..", List.of("logfiles")),
            Map.entry("org.tribuo..", List.of("baseline")),
            Map.entry("org.jline..", List.of("recording", "service")),
            Map.entry("org.eclipse.jetty..", List.of("web")),
            Map.entry("io.micrometer..", List.of("web")),
            Map.entry("io.modelcontextprotocol..", List.of("agents")),
            Map.entry("reactor..", List.of("agents")),
            Map.entry("org.jfree..", List.of("plot")),
            Map.entry("org.apache.batik..", List.of("plot")),
            Map.entry("java.awt..", List.of("plot")),
            Map.entry("ml.dmlc..", List.of("baseline")),
            Map.entry("ai.djl..", List.of("model", "natives", "training")),
            Map.entry(
                    "com.fasterxml.jackson.databind..",
                    List.of(
                            "store",
                            "report",
                            "evaluation",
                            "exchange",
                            "historyserver",
                            "recording",
                            "web",
                            "agents")));

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() {
        assertThat(MAY_USE.values().stream().flatMap(List::stream)).isSubsetOf(MAY_USE.keySet());
        MAY_USE.forEach((name, allowed) -> {
            List<String> others = new ArrayList<>();
            MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(name) && !allowed.contains(other))
                    .forEach(other -> others.add("io.bellamy." + other + ".."));
            noClasses()
                    .that()
                    .resideInAPackage("io.bellamy." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others.toArray(String[]::new))
                    .check(PROGRAM);
        });
    }

    @Test
    void thereIsNoCycle() {
        slices().matching("io.bellamy.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void librariesAreUsedWhereTheyBelong() {
        LIBRARIES.forEach((library, users) -> {
            String[] places =
                    users.stream().map(user -> "io.bellamy." + user + "..").toArray(String[]::new);
            assertThat(PROGRAM.stream()
                            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                            .anyMatch(
                                    use -> use.getTargetClass().getPackageName().startsWith(library.replace("..", ""))))
                    .as("%s is used at all", library)
                    .isTrue();
            noClasses()
                    .that()
                    .resideOutsideOfPackages(places)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .check(PROGRAM);
        });
    }

    @Test
    void programsEndInTheirMainClassAndTouchTheStandardStreamsInOnePackage() {
        noClasses()
                .that()
                .haveNameNotMatching("io\\.bellamy\\.cli\\.(Main|Probe)")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(PROGRAM);
        for (String stream : List.of("in", "out", "err")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.bellamy.cli..")
                    .should()
                    .accessField(System.class, stream)
                    .check(PROGRAM);
        }
    }

    @Test
    void randomNumbersComeFromTheSeedAndNothingIsSerialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectOutputStream")
                .check(PROGRAM);
    }

    @Test
    void noTwoClassesHaveOneName() {
        Map<String, List<String>> byName = PROGRAM.stream()
                .filter(type ->
                        !type.getSimpleName().isEmpty() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(byName.values()).allMatch(classes -> classes.size() == 1);
    }

    @Test
    void noStaticHoldsState() {
        assertThat(PROGRAM.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(field -> field.getFullName()))
                .isEmpty();
    }

    static String packageOf(JavaClass type) {
        String name = type.getPackageName().substring("io.bellamy".length());
        return name.isEmpty() ? name : name.substring(1);
    }
}
