package io.bellamy.launch;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file with a SparkApplication (or one that is scheduled) of the operator for Kubernetes, maybe among other documents. */
public final class ApplicationFile {

    /** By the kind of the document: where the specification of the application stands. */
    private static final Map<String, List<String>> SPECIFICATIONS = Map.of(
            "SparkApplication", List.of("spec"),
            "ScheduledSparkApplication", List.of("spec", "template"));

    private static final String OPERATOR = "sparkoperator.k8s.io/";

    /** Of Python and R, whose processes are beside Java's. */
    private static final double OVERHEAD_OF_OTHERS = 0.4;

    /** Options that would win over what is changed. */
    private static final List<String> RIVALS = List.of(
            "spark.executor.instances",
            "spark.executor.cores",
            "spark.executor.memory",
            "spark.executor.memoryOverhead",
            "spark.dynamicAllocation.enabled",
            "spark.dynamicAllocation.minExecutors",
            "spark.dynamicAllocation.initialExecutors",
            "spark.dynamicAllocation.maxExecutors",
            "spark.kubernetes.executor.request.cores",
            "spark.kubernetes.executor.limit.cores");

    private final YamlEdit file;
    private final Problems problems;
    private final int document;
    private final List<String> specification;

    private ApplicationFile(YamlEdit file, Problems problems, int document, List<String> specification) {
        this.file = file;
        this.problems = problems;
        this.document = document;
        this.specification = specification;
    }

    /**
     * Finds the application in a text.
     *
     * @param name of the file, for messages
     * @param application its name, where there are several
     * @throws InvalidInputException if there is none, or several are meant
     */
    public static ApplicationFile of(String name, String text, Optional<String> application) {
        Problems problems = new Problems();
        YamlEdit file = YamlEdit.of(name, text, problems);
        List<Integer> all = IntStream.range(0, file.size())
                .filter(i -> isApplication(file, i))
                .boxed()
                .toList();
        List<Integer> meant = all.stream()
                .filter(i -> application.isEmpty() || application.equals(title(file, i)))
                .toList();
        if (meant.size() != 1) {
            String names = String.join(
                    ", ",
                    all.stream()
                            .map(i -> title(file, i).orElse("one without a name") + " ("
                                    + file.place(i, List.of("kind")) + ")")
                            .toList());
            throw new InvalidInputException(Quoted.line(name)
                    + (all.isEmpty()
                            ? ": has no document of kind SparkApplication or ScheduledSparkApplication of " + OPERATOR
                            : ": has " + (meant.isEmpty() ? "no application of this name" : "several applications")
                                    + ": name one of them with --name: " + Quoted.line(names)));
        }
        int document = meant.get(0);
        List<String> specification =
                SPECIFICATIONS.get(file.value(document, List.of("kind")).orElseThrow());
        if (!file.hasSection(document, specification)) {
            throw new InvalidInputException(
                    file.place(document, specification) + ": must be a mapping of keys to values");
        }
        return new ApplicationFile(file, problems, document, specification);
    }

    private static boolean isApplication(YamlEdit file, int document) {
        return file.value(document, List.of("kind"))
                        .filter(SPECIFICATIONS::containsKey)
                        .isPresent()
                && file.value(document, List.of("apiVersion"))
                        .filter(version -> version.startsWith(OPERATOR))
                        .isPresent();
    }

    private static Optional<String> title(YamlEdit file, int document) {
        return file.value(document, List.of("metadata", "name"));
    }

    /** The rules for this application, which says itself whether it allocates dynamically and what its overhead is. */
    public LaunchRules rules(LaunchRules configured) {
        LaunchRules rules = configured.on(ClusterManager.KUBERNETES);
        boolean others = value("type")
                .filter(type -> List.of("Python", "R").contains(type))
                .isPresent();
        double overhead = value("memoryOverheadFactor")
                .flatMap(text -> DecimalText.parse(text).map(Number::doubleValue))
                .orElse(others ? OVERHEAD_OF_OTHERS : rules.overhead());
        boolean dynamic = value(ApplicationSizes.DYNAMIC, "enabled")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return rules.withOverhead(overhead).dynamically(rules.dynamic() || dynamic);
    }

    /**
     * The text with the sizes of a plan.
     *
     * @throws InvalidInputException with all that keeps sizes from being changed
     */
    public String with(LaunchPlan plan) {
        rivals();
        Map<String, String> executor = new LinkedHashMap<>(ApplicationSizes.executor(plan));
        // where the overhead is not said it is Spark's, which the size of executors leaves room for
        executor.remove(ApplicationSizes.MEMORY_OVERHEAD);
        there(
                executor,
                ApplicationSizes.MEMORY_OVERHEAD,
                before -> plan.size().overhead().isPresent()
                        ? Optional.of(plan.size().overhead().getAsInt() + "m")
                        : Optional.empty());
        for (String request : List.of("coreRequest", "coreLimit")) {
            there(
                    executor,
                    request,
                    before -> plan.size().cores().isPresent()
                            ? Optional.of(cores(plan.size().cores().getAsInt(), before))
                            : Optional.empty());
        }
        put(ApplicationSizes.EXECUTOR, executor);
        if (plan.rules().dynamic()) {
            put(ApplicationSizes.DYNAMIC, ApplicationSizes.dynamic(plan));
            file.remove(document, way(ApplicationSizes.EXECUTOR), ApplicationSizes.INSTANCES);
        }
        return file.edited();
    }

    private void rivals() {
        RIVALS.forEach(option -> {
            List<String> way = way("sparkConf");
            List<String> whole = Stream.concat(way.stream(), Stream.of(option)).toList();
            if (file.value(document, whole).isPresent()) {
                problems.add(file.place(document, whole)
                        + ": would win over the sizes of the specification: take it out, or move it there");
            }
        });
    }

    private void there(Map<String, String> values, String key, Function<String, Optional<String>> now) {
        value(ApplicationSizes.EXECUTOR, key).flatMap(now).ifPresent(text -> values.put(key, text));
    }

    private static String cores(int cores, String before) {
        return before.endsWith("m") ? cores + "000m" : Integer.toString(cores);
    }

    private void put(String section, Map<String, String> values) {
        if (file.hasSection(document, way(section))) {
            file.put(document, way(section), values);
        } else if (value(section).isPresent()) {
            problems.add(file.place(document, way(section)) + ": must be a mapping of keys to values");
        } else if (!values.isEmpty()) {
            file.putSection(document, specification, section, values);
        }
    }

    private Optional<String> value(String... keys) {
        return file.value(document, way(keys));
    }

    private List<String> way(String... keys) {
        List<String> way = new ArrayList<>(specification);
        way.addAll(List.of(keys));
        return way;
    }
}
