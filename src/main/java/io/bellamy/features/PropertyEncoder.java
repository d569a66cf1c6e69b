package io.bellamy.features;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.bellamy.job.PropertyKind;
import java.util.Optional;

/** Turns the value of a property into a vector. Stored with the fitted pipeline under a name, never under a class. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "encoder")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BitEncoder.class, name = "bits"),
    @JsonSubTypes.Type(value = NgramHasher.class, name = "hashed_ngrams")
})
public sealed interface PropertyEncoder permits BitEncoder, NgramHasher {

    /**
     * Encodes a value.
     *
     * @return a vector of {@link #length()} numbers: a leading 0 for text or 1 for numbers, then the value itself
     * @throws IllegalArgumentException if the value is not of the kind that this encodes
     */
    double[] encode(String value);

    /** What properties are that are encoded so. */
    PropertyKind kind();

    /** The length of the vectors, the leading number included. */
    int length();

    /** What a value looks like encoded, for people. */
    String view(String value);

    /** Why a value can't be encoded, as a rule; empty where it can. */
    default Optional<String> objection(String value) {
        return Optional.empty();
    }
}
