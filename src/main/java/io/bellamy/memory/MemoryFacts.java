package io.bellamy.memory;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What the need of memory depends on, read from the properties of a run.
 *
 * @param definitions what the properties are
 * @param sized whether the size of the input counts: most runs tell it
 * @param slotted whether the slots of machines do
 */
record MemoryFacts(PropertyDefinitions definitions, boolean sized, boolean slotted) {

    /**
     * Of a run.
     *
     * @param memory ln MB of a machine
     * @param size ln MB of the input; 0 where it does not count
     * @param scaleOut ln machines
     * @param slots ln slots of a machine; 0 where they do not count
     * @param texts arguments and other texts, but for the machine type: what has other ones may need another amount
     */
    record Facts(double memory, double size, double scaleOut, double slots, String texts) {}

    /** Nothing where something that counts is not known. */
    Optional<Facts> of(int scaleOut, PropertyValues values) {
        OptionalDouble memory = logarithm(values, Role.MEMORY, scaleOut);
        OptionalDouble size = sized ? logarithm(values, Role.DATA_SIZE, 1) : OptionalDouble.of(0);
        OptionalDouble slots = slotted ? logarithm(values, Role.SLOTS, scaleOut) : OptionalDouble.of(0);
        return memory.isPresent() && size.isPresent() && slots.isPresent()
                ? Optional.of(new Facts(
                        memory.getAsDouble(),
                        size.getAsDouble(),
                        Math.log(scaleOut),
                        slots.getAsDouble(),
                        texts(values)))
                : Optional.empty();
    }

    /** Which of them are not known of a run, by the names of the properties. */
    List<String> unknown(int scaleOut, PropertyValues values) {
        Map<Role, Boolean> needed =
                new TreeMap<>(Map.of(Role.MEMORY, true, Role.DATA_SIZE, sized, Role.SLOTS, slotted));
        return needed.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(role -> logarithm(values, role, scaleOut).isEmpty())
                .map(role -> definitions.withRole(role).orElse(role.usualName()))
                .toList();
    }

    /** ln of an amount, or of its share of one machine. */
    OptionalDouble logarithm(PropertyValues values, Role role, int among) {
        OptionalDouble amount = definitions.withRole(role).map(values::number).orElse(OptionalDouble.empty());
        return amount.isPresent() && amount.getAsDouble() > 0 && Double.isFinite(amount.getAsDouble())
                ? OptionalDouble.of(Math.log(amount.getAsDouble() / among))
                : OptionalDouble.empty();
    }

    private String texts(PropertyValues values) {
        Optional<String> machineType = definitions.withRole(Role.MACHINE_TYPE);
        StringBuilder texts = new StringBuilder();
        for (String name : values.texts().keySet()) {
            // blank is what is not known, whether or not it is told so
            if (definitions.kind(name) != PropertyKind.NUMBER
                    && !machineType.equals(Optional.of(name))
                    && !values.canonical(name).isEmpty()) {
                texts.append(name).append('\t').append(values.canonical(name)).append('\n');
            }
        }
        return texts.toString();
    }
}
