package io.bellamy.data;

import io.bellamy.data.Dataset.DataFile;
import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.job.PropertyKinds;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data sets below a data folder, each a folder with a dataset.yml. */
public final class DatasetCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetCatalog.class);
    private static final String DESCRIPTOR = "dataset.yml";

    private final Path folder;
    private final ValueRules rules;
    private final Limits limits;
    private final Clock clock;

    /** What was warned of already. */
    private final Set<String> told = new HashSet<>();

    /**
     * Begins.
     *
     * @param limits of descriptions and files
     * @param clock tells which dates lie in the future
     */
    public DatasetCatalog(Path folder, ValueRules rules, Limits limits, Clock clock) {
        this.folder = folder;
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
    }

    /** The algorithms that a data set has runs of, in the order of its description. */
    public Set<String> algorithms(String target) {
        DatasetDescriptor descriptor = descriptor(target);
        Set<String> algorithms = new LinkedHashSet<>(descriptor.algorithms().keySet());
        for (String joined : descriptor.joins()) {
            algorithms.addAll(joinable(target, joined).algorithms().keySet());
        }
        return algorithms;
    }

    /**
     * Reads the runs of an algorithm.
     *
     * @throws NothingToWorkWithException if the data set or its files are not there, or have no runs
     * @throws InvalidInputException if the algorithm is not in the data set, or the description or rows are wrong
     */
    public Dataset load(String target, String algorithm) {
        Set<String> algorithms = algorithms(target);
        if (!algorithms.contains(algorithm)) {
            throw new InvalidInputException("data set " + Quoted.of(target) + " has no algorithm "
                    + Quoted.of(algorithm) + "; it has " + String.join(", ", algorithms));
        }
        DatasetDescriptor descriptor = descriptor(target);
        Map<String, AlgorithmDescriptor> parts = new LinkedHashMap<>();
        if (descriptor.joins().isEmpty()) {
            parts.put(target, descriptor.algorithms().get(algorithm));
        }
        for (String joined : descriptor.joins()) {
            AlgorithmDescriptor part = joinable(target, joined).algorithms().get(algorithm);
            if (part != null) {
                parts.put(joined, part);
            }
        }
        PropertyKinds kinds = new DeclaredKinds(rules).of(parts);
        List<Run> runs = new ArrayList<>();
        List<DataFile> files = new ArrayList<>();
        Set<String> warnings = new LinkedHashSet<>();
        parts.forEach((name, part) -> {
            InputFile file = file(name, part.file());
            RunReader.Table table = new RunReader(file, part, rules, kinds, limits, LocalDate.now(clock)).read();
            runs.addAll(table.runs());
            warnings.addAll(table.warnings());
            files.add(new DataFile(
                    name + "/" + part.file(), sha256(file), table.runs().size()));
        });
        warnings.stream().filter(told::add).forEach(LOG::warn);
        return new Dataset(target, algorithm, runs, files, kinds, List.copyOf(warnings));
    }

    /**
     * SHA-256, in hexadecimal, of all that the runs of an algorithm come from: descriptions and files, with their places.
     *
     * @throws NothingToWorkWithException if there is none
     */
    public String digest(String target, String algorithm) {
        DatasetDescriptor descriptor = descriptor(target);
        StringBuilder text = new StringBuilder();
        addDigests(text, target, descriptor, algorithm);
        descriptor.joins().forEach(joined -> addDigests(text, joined, joinable(target, joined), algorithm));
        return DigestUtils.sha256Hex(text.toString());
    }

    private void addDigests(StringBuilder text, String target, DatasetDescriptor descriptor, String algorithm) {
        Stream<String> names = Stream.concat(
                Stream.of(DESCRIPTOR),
                Stream.ofNullable(descriptor.algorithms().get(algorithm)).map(AlgorithmDescriptor::file));
        names.forEach(name -> {
            InputFile file = file(target, name);
            String digest = exists(file) ? sha256(file) : "none";
            text.append(target)
                    .append('/')
                    .append(name)
                    .append(' ')
                    .append(digest)
                    .append('\n');
        });
    }

    private DatasetDescriptor descriptor(String target) {
        InputFile file = file(target, DESCRIPTOR);
        if (exists(file)) {
            Problems problems = new Problems(limits);
            DatasetDescriptor descriptor = DescriptorReader.read(YamlFile.read(file, problems));
            problems.throwIfAny();
            return descriptor;
        }
        return OriginalLayout.descriptor(target)
                .filter(original ->
                        isFolder(folder.resolve(target)) || !original.joins().isEmpty())
                .orElseThrow(() -> new NothingToWorkWithException(
                        Quoted.line(file.path().toString()) + ": there is no such data set; "
                                + Quoted.line(folder.toString())
                                + " has " + Quoted.plain(String.join(", ", targets()))));
    }

    private DatasetDescriptor joinable(String target, String joined) {
        DatasetDescriptor descriptor = descriptor(joined);
        if (!descriptor.joins().isEmpty()) {
            throw new InvalidInputException(
                    Quoted.line(folder.resolve(target).resolve(DESCRIPTOR).toString()) + ": joins: " + Quoted.of(joined)
                            + " must not be a join itself");
        }
        return descriptor;
    }

    private List<String> targets() {
        if (!isFolder(folder)) {
            return List.of("nothing");
        }
        try {
            List<String> names = InputFile.list(folder).stream()
                    .filter(DatasetCatalog::isFolder)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
            return names.isEmpty() ? List.of("nothing") : names;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Descriptions and data alike lie in the folder of the data set, whatever links there are. */
    private InputFile file(String target, String name) {
        Path home = folder.resolve(target);
        return InputFile.inside(home, home.resolve(name));
    }

    private static boolean exists(InputFile file) {
        try {
            return file.exists();
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    private static boolean isFolder(Path path) {
        try {
            return FileKind.of(path) == FileKind.FOLDER;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private String sha256(InputFile file) {
        try (InputStream in = file.open(limits.dataBytes())) {
            return DigestUtils.sha256Hex(in);
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    private static InvalidInputException unreadable(Path path, IOException e) {
        return new InvalidInputException(Reason.of(Quoted.line(path.toString()), e));
    }
}
