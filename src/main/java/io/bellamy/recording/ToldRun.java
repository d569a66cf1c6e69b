package io.bellamy.recording;

import io.bellamy.data.RecordedForm;
import io.bellamy.data.RecordingRules;
import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run as somebody tells of it, with whatever is wrong with that.
 *
 * @param place where that is, for messages
 * @param facts what is told of it beside its properties, by the keys of {@link RecordedForm}
 * @param properties values of the whole cluster
 * @param perNode values of one machine
 */
public record ToldRun(
        TellingPlace place, Map<String, String> facts, Map<String, String> properties, Map<String, String> perNode) {

    /** The key under which the values of one machine stand. */
    static final String PER_NODE = RecordedForm.PROPERTIES + "_per_node";

    /** Says where something is told. */
    @FunctionalInterface
    public interface TellingPlace {

        /** Where a fact is, or a property under {@link RecordedForm#PROPERTIES}. */
        String of(String section, String key);
    }

    public ToldRun {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        perNode = Collections.unmodifiableMap(new LinkedHashMap<>(perNode));
    }

    /** What a document tells; keys that nobody knows are problems. */
    static ToldRun of(YamlSection document) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String key : RecordLine.FACTS) {
            document.scalar(key).map(YamlScalar::text).ifPresent(text -> facts.put(key, text));
        }
        YamlSection properties = document.section(RecordedForm.PROPERTIES);
        YamlSection perNode = document.section(PER_NODE);
        ToldRun run = new ToldRun(
                (section, key) -> section.isEmpty() ? document.place(key) : place(document, section, key),
                facts,
                values(properties),
                values(perNode));
        document.rejectUnknownKeys();
        return run;
    }

    private static String place(YamlSection document, String section, String key) {
        YamlSection values = document.section(section);
        return values.has(key) ? values.place(key) : document.place() + ": " + section + "." + key;
    }

    /** A property that is null is one that is not told. */
    private static Map<String, String> values(YamlSection section) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : section.keys()) {
            section.scalar(key).ifPresent(value -> values.put(key, value.text()));
        }
        return values;
    }

    /** The same with other facts. */
    public ToldRun with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.putAll(others);
        return new ToldRun(place, all, properties, perNode);
    }

    /** What is wrong with the number of machines. */
    public Optional<String> scaleOutObjection() {
        Optional<Long> number = fact(RecordedForm.SCALE_OUT)
                .flatMap(DecimalText::whole)
                .filter(machines -> machines >= 1 && machines <= RecordingRules.MOST_MACHINES);
        return number.isPresent()
                ? Optional.empty()
                : Optional.of(place.of("", RecordedForm.SCALE_OUT) + ": "
                        + fact(RecordedForm.SCALE_OUT)
                                .map(text -> Quoted.of(text) + " must be a whole number from 1 to "
                                        + RecordingRules.MOST_MACHINES + DecimalText.hint(text))
                                .orElse("is missing"));
    }

    /** The id, where it is told. */
    public Optional<String> id() {
        return fact(RecordedForm.ID);
    }

    /** As a line of JSON, to be told again. */
    public String line() {
        return RecordLine.of(this);
    }

    Optional<String> fact(String key) {
        return Optional.ofNullable(facts.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
