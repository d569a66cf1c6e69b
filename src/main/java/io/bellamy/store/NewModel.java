package io.bellamy.store;

import java.util.Map;

/**
 * A model that is to be kept.
 *
 * @param files what is kept of it
 * @param manifest makes the manifest
 */
public record NewModel(PackedModel files, ManifestMaker manifest) {

    /** Makes a manifest from what is known only when a version is written. */
    @FunctionalInterface
    public interface ManifestMaker {

        /**
         * Makes it.
         *
         * @param version the name of the version
         * @param created when, as in ISO 8601
         * @param files the SHA-256 of every other file, by name
         */
        Manifest make(String version, String created, Map<String, String> files);
    }
}
