package io.bellamy.data;

import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.files.TooLargeFileException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.KeyAdvice;
import io.bellamy.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Finds and reads the descriptions of data sets.
 *
 * @param files where they are
 * @param jobColumn where algorithms are taken from a column
 * @param properties those that the pipeline knows
 * @param known descriptions that were read before
 */
record Descriptions(DataFiles files, JobColumn jobColumn, List<String> properties, KnownDescriptions known) {

    private static final String NAME = "dataset.yml";

    /**
     * The descriptions whose runs make up a data set, by the name of theirs: its own, or those that it joins.
     *
     * @throws NothingToWorkWithException if there is no such data set
     */
    Map<String, DatasetDescriptor> parts(String target) {
        DatasetDescriptor descriptor = descriptor(target);
        Map<String, DatasetDescriptor> parts = new LinkedHashMap<>();
        if (descriptor.joins().isEmpty()) {
            parts.put(target, descriptor);
        }
        for (String joined : descriptor.joins()) {
            DatasetDescriptor part = descriptor(joined);
            if (!part.joins().isEmpty()) {
                throw new InvalidInputException(
                        Quoted.line(files.folder().resolve(target).resolve(NAME).toString()) + ": joins: "
                                + Quoted.of(joined) + " must not be a join itself");
            }
            parts.put(joined, part);
        }
        return parts;
    }

    /**
     * How the runs of an algorithm are read that one is to be added to.
     *
     * @throws InvalidInputException if the data set is put together of others, or can't have such an algorithm
     */
    AlgorithmDescriptor recordable(String target, String algorithm) {
        DatasetDescriptor descriptor = descriptor(target);
        if (!descriptor.joins().isEmpty()) {
            throw new InvalidInputException("data set " + Quoted.of(target)
                    + " is put together of others; record into one of " + String.join(", ", descriptor.joins()));
        }
        Map<String, AlgorithmDescriptor> known = descriptor.algorithms();
        if (known.containsKey(algorithm)) {
            return known.get(algorithm);
        }
        List<String> alike =
                known.keySet().stream().filter(algorithm::equalsIgnoreCase).toList();
        if (descriptor.unnamed().isPresent() && alike.isEmpty() && !algorithm.equalsIgnoreCase(DatasetCatalog.ALL)) {
            return descriptor.unnamed().get();
        }
        throw new InvalidInputException("data set " + Quoted.of(target) + " has no algorithm " + Quoted.of(algorithm)
                + "; it has " + Quoted.plain(String.join(", ", alike.isEmpty() ? known.keySet() : alike))
                + ", and a new one must be listed in dataset.yml first");
    }

    /** SHA-256 in hexadecimal of each description that has a say, by its place; "none" where the layout is known without. */
    Map<String, String> digests(String target) {
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put(target + "/" + NAME, digest(target));
        parts(target).keySet().forEach(part -> digests.put(part + "/" + NAME, digest(part)));
        return digests;
    }

    private String digest(String target) {
        if (!DataFiles.exists(files.file(target, NAME))) {
            return "none";
        }
        InputFile file = files.file(target, NAME);
        try (InputStream in = file.open(files.limits().documentBytes())) {
            return DigestUtils.sha256Hex(in);
        } catch (TooLargeFileException e) {
            throw new InvalidInputException(
                    Quoted.line(file.path().toString()) + ": " + Reason.of(e) + Limits.raise("document_bytes"));
        } catch (IOException e) {
            throw DataFiles.unreadable(file.path(), e);
        }
    }

    private DatasetDescriptor descriptor(String target) {
        InputFile file = files.file(target, NAME);
        if (DataFiles.exists(file)) {
            return described(target, file);
        }
        return OriginalLayout.descriptor(target)
                .filter(original -> isFolder(files.folder().resolve(target))
                        || !original.joins().isEmpty())
                .orElseThrow(() -> none(target, file));
    }

    /** Of many data sets not all can be named, but the one that may be meant. */
    private NothingToWorkWithException none(String target, InputFile file) {
        List<String> there = targets();
        return new NothingToWorkWithException(Quoted.line(file.path().toString()) + ": there is no such data set; "
                + KeyAdvice.meant(target, there)
                        .map(near -> "the nearest is " + Quoted.plain(near))
                        .orElseGet(() -> Quoted.line(files.folder().toString()) + " has "
                                + Quoted.plain(String.join(", ", there))));
    }

    private DatasetDescriptor described(String target, InputFile file) {
        DescriptorReader.Jobs jobs = (rows, column) -> jobColumn.jobs(target, rows, column);
        String sha256 = digest(target);
        return known.of(target, sha256, jobs).orElseGet(() -> {
            KnownDescriptions.JobQuestions asking = new KnownDescriptions.JobQuestions(jobs);
            Problems problems = new Problems(files.limits());
            DatasetDescriptor descriptor =
                    new DescriptorReader(files.formats(), asking, properties).read(YamlFile.read(file, problems));
            problems.throwIfAny();
            if (digest(target).equals(sha256)) {
                known.keep(target, sha256, asking, descriptor);
            }
            return descriptor;
        });
    }

    private List<String> targets() {
        if (!isFolder(files.folder())) {
            return List.of("nothing");
        }
        try {
            List<String> names = InputFile.list(files.folder()).stream()
                    .filter(Descriptions::isFolder)
                    .map(entry -> entry.getFileName().toString())
                    .filter(this::isDescribed)
                    .toList();
            return names.isEmpty() ? List.of("nothing") : names;
        } catch (IOException e) {
            throw DataFiles.unreadable(files.folder(), e);
        }
    }

    /** An import that found nothing leaves a folder behind. */
    private boolean isDescribed(String target) {
        return DataFiles.exists(files.file(target, NAME))
                || OriginalLayout.descriptor(target).isPresent();
    }

    private static boolean isFolder(Path path) {
        try {
            return FileKind.of(path) == FileKind.FOLDER;
        } catch (IOException e) {
            throw DataFiles.unreadable(path, e);
        }
    }
}
