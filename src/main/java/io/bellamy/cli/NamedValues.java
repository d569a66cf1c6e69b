package io.bellamy.cli;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of an option that is given once for each name, as {@code NAME=VALUE}. */
final class NamedValues {

    private NamedValues() {}

    /**
     * Reads them.
     *
     * @param label how the option's value is described to users
     * @param problems where a name that is given twice is told, and what is no such value
     */
    static Map<String, String> of(String option, String label, List<String> given, Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : given) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                problems.add(option + ": " + Quoted.of(one) + " must be " + label);
            } else if (values.put(one.substring(0, equals), one.substring(equals + 1)) != null) {
                problems.add(option + ": " + Quoted.of(one.substring(0, equals)) + " must be given once");
            }
        }
        return values;
    }
}
