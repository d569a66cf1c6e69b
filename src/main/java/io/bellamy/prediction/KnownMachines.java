package io.bellamy.prediction;

import io.bellamy.job.History;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What runs tell of optional properties, by the machine type that they were on. It is found out once of each machine type that
 * there are runs on. Safe for several threads.
 */
final class KnownMachines {

    private final PropertyDefinitions definitions;
    private final List<Run> runs;
    private final History history;
    private final Optional<String> machineType;
    private final Map<String, Machine> byType = new ConcurrentHashMap<>();
    private final Machine any;
    private final Machine every;

    KnownMachines(PropertyDefinitions definitions, List<Run> runs, History history) {
        this.definitions = definitions;
        this.runs = runs;
        this.history = history;
        this.machineType = definitions.withRole(Role.MACHINE_TYPE);
        this.any = new Machine(List.of());
        this.every = new Machine(runs);
    }

    PropertyDefinitions definitions() {
        return definitions;
    }

    /** The machine type of a context, as it is spelled there; blank where it has none. */
    String type(Map<String, String> context) {
        return machineType.map(context::get).orElse("");
    }

    /** What is known of the machine type of a context. */
    Machine of(Map<String, String> context) {
        Optional<String> property = machineType.filter(context::containsKey);
        if (property.isEmpty() || history.count(property.get(), context.get(property.get())) == 0) {
            return any;
        }
        String name = property.get();
        // as many as there are in the history, whatever is asked about
        return byType.computeIfAbsent(
                definitions.canonical(name, context.get(name)),
                type -> new Machine(history.matching(Map.of(name, context.get(name)))));
    }

    /** What is known of all machine types together. */
    Machine every() {
        return every;
    }

    /** The runs on one machine type, possibly none. */
    final class Machine {

        private final List<Run> own;
        private final Map<String, ToldByRuns> told = new ConcurrentHashMap<>();
        private final Map<List<String>, Set<List<BigDecimal>>> together = new ConcurrentHashMap<>();

        private Machine(List<Run> own) {
            this.own = own;
        }

        /** What they tell of a property; where there are none, all others tell of one that is no number. */
        ToldByRuns told(String property) {
            return told.computeIfAbsent(property, name -> {
                boolean number = definitions.kind(name) == PropertyKind.NUMBER;
                return ToldByRuns.of(name, number, own.isEmpty() && !number ? runs : own);
            });
        }

        /** What one machine has of several numbers, of each run that tells all of them. */
        Set<List<BigDecimal>> together(List<String> properties) {
            return together.computeIfAbsent(properties, names -> own.stream()
                    .map(run -> amounts(run, names))
                    .filter(amounts -> amounts.size() == names.size())
                    .collect(Collectors.toSet()));
        }

        private static List<BigDecimal> amounts(Run run, List<String> names) {
            return names.stream()
                    .flatMap(name -> run.properties().decimal(name).stream())
                    .map(total -> ToldByRuns.perMachine(total, run.scaleOut()))
                    .toList();
        }
    }
}
