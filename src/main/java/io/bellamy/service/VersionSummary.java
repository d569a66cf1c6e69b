package io.bellamy.service;

import io.bellamy.store.Manifest;
import java.time.Duration;
import java.util.Optional;

/**
 * A stored version in brief.
 *
 * @param target the data set
 * @param algorithm the algorithm
 * @param version its name
 * @param published whether it is the one that answers
 * @param bytes how large its files are together
 * @param age since it was made; absent where the manifest is damaged
 * @param manifest absent where it is damaged
 * @param problem what is wrong with it, where something is
 */
public record VersionSummary(
        String target,
        String algorithm,
        String version,
        boolean published,
        long bytes,
        Optional<Duration> age,
        Optional<Manifest> manifest,
        Optional<String> problem) {}
