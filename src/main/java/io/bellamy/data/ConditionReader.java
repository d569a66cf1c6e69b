package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import io.bellamy.numerics.DecimalText;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which rows are meant: one condition, or a list of which all must hold. */
final class ConditionReader {

    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_VALUES = 1000;

    private static final String EQUALS = "equals";
    private static final String NOT = "not";
    private static final String BLANK = "blank";
    private static final List<String> LOW = List.of("above", "at_least");
    private static final List<String> HIGH = List.of("below", "at_most");

    private ConditionReader() {}

    /** The conditions under a key; those that an algorithm has itself win. */
    static List<Condition> read(String key, YamlSection own, YamlSection defaults) {
        List<Condition> common = read(key, defaults);
        boolean says = own.isList(key) || !own.section(key).isEmpty();
        return says ? read(key, own) : common;
    }

    private static List<Condition> read(String key, YamlSection section) {
        if (!section.isList(key)) {
            YamlSection only = section.section(key);
            return only.isEmpty() ? List.of() : condition(only).stream().toList();
        }
        List<YamlSection> listed = section.sections(key);
        if (listed.size() > MOST_CONDITIONS) {
            section.problems().add(section.place(key) + ": must have at most " + MOST_CONDITIONS + " entries");
            return List.of();
        }
        return listed.stream().flatMap(item -> condition(item).stream()).toList();
    }

    private static Optional<Condition> condition(YamlSection section) {
        Optional<String> column = section.requiredScalar("column").map(YamlScalar::text);
        Optional<PropertyKind> kind = section.scalar("kind").flatMap(scalar -> scalar.constant(PropertyKind.class));
        List<String> equal = values(section, EQUALS);
        List<String> different = values(section, NOT);
        Optional<Boolean> blank = section.scalar(BLANK).flatMap(YamlScalar::flag);
        Optional<NumberRange.End> low = end(section, LOW);
        Optional<NumberRange.End> high = end(section, HIGH);
        boolean ranged =
                Stream.concat(LOW.stream(), HIGH.stream()).filter(section::has).count() > 0;
        long given = Stream.of(section.has(EQUALS), section.has(NOT), section.has(BLANK), ranged)
                .filter(there -> there)
                .count();
        if (given != 1) {
            section.problems()
                    .add(section.place()
                            + ": must have exactly one of equals, not, blank, or of above, at_least, below, at_most one"
                            + " or one of each end");
        }
        NumberRange range = new NumberRange(low, high);
        if (range.isEmpty()) {
            section.problems().add(section.place() + ": no number is " + range.words());
        }
        if (kind.isPresent() && (ranged || section.has(BLANK))) {
            section.scalar("kind").ifPresent(scalar -> scalar.reject("left out: only equals and not have it"));
        }
        section.rejectUnknownKeys();
        PropertyKind same = kind.orElse(PropertyKind.NAME);
        return column.flatMap(name -> {
            if (!equal.isEmpty()) {
                return Optional.of(new Condition.Equal(name, equal, same));
            }
            if (!different.isEmpty()) {
                return Optional.of(new Condition.Different(name, different, same));
            }
            return ranged
                    ? Optional.of(new Condition.Within(name, range))
                    : blank.map(nothing -> new Condition.Blank(name, nothing));
        });
    }

    private static List<String> values(YamlSection section, String key) {
        if (!section.isList(key)) {
            return section.scalar(key).map(YamlScalar::text).stream().toList();
        }
        List<String> values =
                section.scalars(key).stream().map(YamlScalar::text).toList();
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            section.problems().add(section.place(key) + ": must have 1 to " + MOST_VALUES + " values");
        }
        return values;
    }

    /** The end of a range, of which one key tells whether it belongs to it. */
    private static Optional<NumberRange.End> end(YamlSection section, List<String> keys) {
        if (keys.stream().allMatch(section::has)) {
            section.problems().add(section.place() + ": must have only one of " + String.join(", ", keys));
        }
        return keys.stream()
                .flatMap(key ->
                        number(section, key).map(value -> new NumberRange.End(value, key.startsWith("at_"))).stream())
                .findFirst();
    }

    private static Optional<BigDecimal> number(YamlSection section, String key) {
        return section.scalar(key).flatMap(scalar -> {
            Optional<BigDecimal> number = DecimalText.parse(scalar.text());
            if (number.isEmpty()) {
                scalar.reject("a number" + DecimalText.hint(scalar.text()));
            }
            return number;
        });
    }
}
