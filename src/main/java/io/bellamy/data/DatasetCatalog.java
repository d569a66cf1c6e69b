package io.bellamy.data;

import io.bellamy.data.Dataset.DataFile;
import io.bellamy.job.MemoryUse;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.numerics.Evenly;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data sets below a data folder, each a folder with a dataset.yml. Safe for several threads. */
public final class DatasetCatalog {

    /** The formats that runs may have; the first is that of files of which nothing else is known. */
    public static final List<RunFormat> FORMATS = List.of(new CsvFormat(), new JsonLinesFormat(), new ParquetFormat());

    /** Stands for all algorithms together, unless the data set has an algorithm of this name. */
    public static final String ALL = "all";

    private static final Logger LOG = LoggerFactory.getLogger(DatasetCatalog.class);

    private final DataFiles dataFiles;
    private final Descriptions descriptions;
    private final ValueRules rules;
    private final Clock clock;

    /** What was warned of already. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * The data sets of a folder.
     *
     * @param formats that runs may have, at least one
     * @param limits of descriptions and files
     * @param clock tells which dates lie in the future
     */
    public DatasetCatalog(Path folder, List<RunFormat> formats, ValueRules rules, Limits limits, Clock clock) {
        this.dataFiles = new DataFiles(folder, new Formats(formats), limits, new KnownTables(clock));
        this.descriptions =
                new Descriptions(dataFiles, new JobColumn(dataFiles), rules.names(), new KnownDescriptions());
        this.rules = rules;
        this.clock = clock;
    }

    /** The algorithms that a data set has runs of, in the order of its description. */
    public Set<String> algorithms(String target) {
        Set<String> algorithms = new LinkedHashSet<>();
        descriptions
                .parts(target)
                .values()
                .forEach(part -> algorithms.addAll(part.algorithms().keySet()));
        return algorithms;
    }

    /** Whether a name stands for all algorithms of a data set together. */
    public boolean isJoint(String target, String algorithm) {
        return algorithm.equals(ALL) && !algorithms(target).contains(ALL);
    }

    /**
     * Some runs of all algorithms together.
     *
     * @param own an algorithm that is among them with all its runs, if it has any
     * @throws NothingToWorkWithException if no algorithm has runs that can be read
     */
    public Dataset joint(String target, Optional<String> own) {
        return JointRuns.of(target, some(target, JointRuns.MOST_ALGORITHMS, own), own);
    }

    /**
     * Reads the runs of some algorithms, which are to teach others. One whose runs can't be read is left out: whoever asks about it
     * itself is told more loudly.
     *
     * @param most how many, evenly among all
     * @param own one that is among them in any case, if the data set has it
     */
    public Map<String, Dataset> some(String target, int most, Optional<String> own) {
        Set<String> all = algorithms(target);
        Set<String> chosen = new LinkedHashSet<>(Evenly.some(List.copyOf(all), most));
        own.filter(all::contains).ifPresent(chosen::add);
        Map<String, Dataset> read = new LinkedHashMap<>();
        for (String algorithm : chosen) {
            try {
                read.put(algorithm, load(target, algorithm));
            } catch (BellamyException unreadable) {
                LOG.info("{} {} teaches no other algorithm: {}", target, algorithm, unreadable.getMessage());
            }
        }
        return read;
    }

    /**
     * Reads the runs of an algorithm, or some of {@link #ALL} together.
     *
     * @throws NothingToWorkWithException if the data set or its files are not there, or have no runs
     * @throws InvalidInputException if the algorithm is not in the data set, or the description or rows are wrong
     */
    public Dataset load(String target, String algorithm) {
        if (isJoint(target, algorithm)) {
            return joint(target, Optional.empty());
        }
        Map<String, AlgorithmDescriptor> parts = new LinkedHashMap<>();
        descriptions.parts(target).forEach((name, part) -> {
            if (part.algorithms().containsKey(algorithm)) {
                parts.put(name, part.algorithms().get(algorithm));
            }
        });
        if (parts.isEmpty()) {
            throw new InvalidInputException("data set " + Quoted.of(target) + " has no algorithm "
                    + Quoted.of(algorithm) + "; it has "
                    + NamedAlgorithms.of(descriptions.parts(target).values()).words(algorithm));
        }
        PropertyDefinitions definitions = new DeclaredProperties(rules).of(parts);
        List<Run> runs = new ArrayList<>();
        List<Run> stopped = new ArrayList<>();
        List<MemoryUse> memory = new ArrayList<>();
        List<DataFile> files = new ArrayList<>();
        Set<String> warnings = new LinkedHashSet<>();
        descriptions.parts(target).values().forEach(part -> warnings.addAll(part.warnings()));
        parts.forEach((name, part) -> {
            RecordedRuns reading = new RecordedRuns(dataFiles, rules);
            TableRuns recorded = reading.of(name, algorithm, part, definitions, LocalDate.now(clock));
            RunTable read = read(name, part, definitions);
            TableRuns table = recorded.runs().isEmpty() ? read.runs() : read.whatThereIs();
            for (TableRuns some : List.of(table, recorded)) {
                runs.addAll(some.runs());
                stopped.addAll(some.stopped());
                memory.addAll(some.memory());
                warnings.addAll(some.warnings());
            }
            files.add(new DataFile(
                    name + "/" + part.form().file(),
                    dataFiles.sha256(name, part),
                    table.runs().size()));
            dataFiles
                    .lookups(name, part)
                    .forEach((lookup, file) -> files.add(new DataFile(
                            name + "/"
                                    + part.made().lookups().get(lookup).form().file(),
                            dataFiles.sha256(file),
                            0)));
            reading.beside(name, part)
                    .ifPresent(file -> files.add(new DataFile(
                            name + "/" + RecordedForm.FILE,
                            dataFiles.sha256(file),
                            recorded.runs().size())));
        });
        warnings.stream().filter(told::add).forEach(LOG::warn);
        String digest = new DataDigest(dataFiles, descriptions).of(descriptions.digests(target), files);
        return new Dataset(
                target,
                algorithm,
                runs,
                stopped,
                memory,
                files,
                digest,
                definitions,
                counted(parts.values()),
                List.copyOf(warnings));
    }

    private static ScaleOutUnit counted(Collection<AlgorithmDescriptor> parts) {
        Set<ScaleOutUnit> units =
                parts.stream().map(AlgorithmDescriptor::counts).collect(Collectors.toSet());
        return units.size() == 1 ? units.iterator().next() : ScaleOutUnit.MACHINES;
    }

    private RunTable read(String target, AlgorithmDescriptor part, PropertyDefinitions definitions) {
        RunTable runs = new RunTable(
                dataFiles.runs(target, part).name(),
                part,
                new RowReader(part, rules, definitions),
                new RowChecks(part, definitions, LocalDate.now(clock)),
                dataFiles.limits());
        dataFiles.readOwn(target, part, part.numericColumns(definitions), runs);
        return runs;
    }

    /**
     * SHA-256, in hexadecimal, of all that the runs of an algorithm come from: descriptions and files, with their places. That of
     * {@link #ALL} changes only with the descriptions and where the files together have grown past the next power of 1.5.
     *
     * @throws NothingToWorkWithException if there is none
     */
    public String digest(String target, String algorithm) {
        DataDigest digest = new DataDigest(dataFiles, descriptions);
        return isJoint(target, algorithm) ? digest.ofAll(target) : digest.of(target, algorithm);
    }

    /** The folders that have all that the runs of a data set come from, descriptions included. */
    public Set<Path> folders(String target) {
        Set<Path> folders = new LinkedHashSet<>();
        folders.add(dataFiles.folder().resolve(target));
        descriptions
                .parts(target)
                .keySet()
                .forEach(part -> folders.add(dataFiles.folder().resolve(part)));
        return folders;
    }

    /**
     * What a run that is recorded must be like.
     *
     * @throws InvalidInputException if the data set is put together of others, or can't have such an algorithm
     * @throws NothingToWorkWithException if there is no such data set
     */
    public RecordingRules recording(String target, String algorithm) {
        AlgorithmDescriptor described = descriptions.recordable(target, algorithm);
        return new RecordingRules(
                RecordedRuns.file(dataFiles, target),
                algorithm,
                described,
                new DeclaredProperties(rules).of(Map.of(target, described)),
                rules);
    }
}
