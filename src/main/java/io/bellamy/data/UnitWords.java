package io.bellamy.data;

import io.bellamy.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of a description for how times and amounts are written. */
final class UnitWords {

    private UnitWords() {}

    static Optional<TimeForm> time(YamlScalar scalar) {
        Map<String, TimeForm> words = new LinkedHashMap<>();
        List.of(TimeUnit.values()).forEach(unit -> words.put(word(unit), unit));
        words.put("written", WrittenTime.WRITTEN);
        words.put("min:s", WrittenTime.MIN_S);
        words.put("h:min", WrittenTime.H_MIN);
        return scalar.oneOf(List.copyOf(words.keySet())).map(words::get);
    }

    static Optional<SizeForm> size(YamlScalar scalar) {
        Map<String, SizeForm> words = new LinkedHashMap<>();
        List.of(SizeUnit.values()).forEach(unit -> words.put(word(unit), unit));
        List.of(WrittenSize.values()).forEach(form -> words.put(word(form), form));
        if (WrittenSize.isBits(scalar.text().strip())) {
            scalar.reject("one of " + String.join(", ", words.keySet()) + "; "
                    + scalar.text().strip() + " may be bits");
            return Optional.empty();
        }
        return scalar.oneOf(List.copyOf(words.keySet())).map(words::get);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
