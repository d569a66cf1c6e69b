package io.bellamy.grouping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's rules for what a job is, of which the first that fits a run counts. */
public record JobRules(List<JobRule> rules) {

    public JobRules {
        rules = List.copyOf(rules);
    }

    /** Where a rule looks. */
    public sealed interface Subject {}

    /** At the name of the application. */
    public record AppName() implements Subject {}

    /** At a property of Spark or Java. */
    public record Setting(String name) implements Subject {}

    /** At the class or script that was started. */
    public record MainProgram() implements Subject {}

    /**
     * A rule.
     *
     * @param subject where it looks
     * @param pattern what must be there, as a whole
     * @param name of the job, which may refer to groups of the pattern; else what is there
     * @param argument an option or the place of an argument, from 1, whose value makes jobs of their own
     */
    public record JobRule(Subject subject, Pattern pattern, Optional<String> name, Optional<String> argument) {

        Optional<String> apply(RunFeatures run) {
            return text(run).map(pattern::matcher).filter(Matcher::matches).map(found -> {
                String base = name.map(found::replaceFirst).orElseGet(found::group);
                return argument.flatMap(wanted ->
                                ArgumentSlots.of(run.program().arguments()).value(wanted))
                        .map(value -> base + " " + PassingParts.starred(value))
                        .orElse(base);
            });
        }

        private Optional<String> text(RunFeatures run) {
            if (subject instanceof Setting setting) {
                return run.setting(setting.name());
            }
            return subject instanceof MainProgram ? run.program().main() : run.name();
        }
    }

    Optional<JobKey> job(RunFeatures run) {
        return rules.stream()
                .flatMap(rule -> rule.apply(run).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(name -> new JobKey("rule:" + name, name));
    }
}
