package io.bellamy.grouping;

import io.bellamy.grouping.ImportRules.MachineRule;
import io.bellamy.grouping.ImportRules.RuntimeMeasure;
import io.bellamy.grouping.ImportRules.ScaleOutMeasure;
import io.bellamy.grouping.JobRules.AppName;
import io.bellamy.grouping.JobRules.JobRule;
import io.bellamy.grouping.JobRules.MainProgram;
import io.bellamy.grouping.JobRules.Setting;
import io.bellamy.grouping.JobRules.Subject;
import io.bellamy.problem.Problems;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads import.yml. */
public final class RulesReader {

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private static final Pattern GROUP = Pattern.compile("\\$([1-9])");

    private RulesReader() {}

    /** What a text says; {@code source} stands for it in messages. */
    public static ImportRules parse(String source, String text) {
        Problems problems = new Problems();
        ImportRules rules = rules(YamlFile.parse(source, text, problems));
        problems.throwIfAny();
        return rules;
    }

    private static ImportRules rules(YamlSection root) {
        ImportRules rules = new ImportRules(
                root.scalar("scale_out")
                        .flatMap(scalar -> scalar.constant(ScaleOutMeasure.class))
                        .orElse(ScaleOutMeasure.EXECUTORS),
                root.scalar("runtime").flatMap(scalar -> scalar.constant(RuntimeMeasure.class)),
                new JobRules(root.sections("jobs").stream()
                        .flatMap(section -> job(section).stream())
                        .toList()),
                arguments(root.section("arguments")),
                root.sections("machine_types").stream()
                        .flatMap(section -> machine(section).stream())
                        .toList());
        root.rejectUnknownKeys();
        return rules;
    }

    private static Optional<JobRule> job(YamlSection section) {
        List<String> given = List.of("app_name", "property", "program").stream()
                .filter(section::has)
                .toList();
        if (given.size() != 1) {
            section.problems().add(section.place() + ": must have exactly one of app_name, property, program");
        }
        Optional<Pattern> pattern = given.contains("property")
                ? section.scalar("matches").map(RulesReader::pattern).orElse(Optional.of(ANY))
                : section.scalar(given.isEmpty() ? "app_name" : given.get(0)).flatMap(RulesReader::pattern);
        Optional<Subject> subject = section.scalar("property")
                .map(YamlScalar::text)
                .<Subject>map(Setting::new)
                .or(() -> Optional.of(given.contains("program") ? new MainProgram() : new AppName()));
        Optional<String> name = section.scalar("name").flatMap(scalar -> name(scalar, pattern));
        Optional<String> argument = section.scalar("argument").map(YamlScalar::text);
        section.rejectUnknownKeys();
        return pattern.flatMap(fits -> subject.map(where -> new JobRule(where, fits, name, argument)));
    }

    /** A name may refer to groups, which must be there. */
    private static Optional<String> name(YamlScalar scalar, Optional<Pattern> pattern) {
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        Matcher groups = pattern.get().matcher("");
        String free = GROUP.matcher(scalar.text()).replaceAll("");
        boolean known = GROUP.matcher(scalar.text())
                .results()
                .allMatch(group -> Integer.parseInt(group.group(1)) <= groups.groupCount());
        if (!known || free.contains("$") || free.contains("\\")) {
            scalar.reject("a name, which may refer to the groups of the pattern as $1");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    private static Optional<MachineRule> machine(YamlSection section) {
        Optional<String> type = section.requiredScalar("type").map(YamlScalar::text);
        boolean byProperty = section.has("property");
        if (byProperty == section.has("host")) {
            section.problems().add(section.place() + ": must have either host or property");
        }
        Optional<Pattern> pattern = byProperty
                ? section.scalar("matches").map(RulesReader::pattern).orElse(Optional.of(ANY))
                : section.scalar("host").flatMap(RulesReader::pattern);
        Optional<String> property = section.scalar("property").map(YamlScalar::text);
        section.rejectUnknownKeys();
        return type.flatMap(name -> pattern.map(fits -> new MachineRule(property, fits, name)));
    }

    private static ArgumentRules arguments(YamlSection section) {
        Set<String> counted = texts(section, "count");
        Set<String> ignored = texts(section, "ignore");
        Set<String> both = new HashSet<>(counted);
        both.retainAll(ignored);
        both.forEach(name -> section.problems().add(section.place() + ": " + name + " must be in count or in ignore"));
        Pattern secret = Pattern.compile(
                texts(section, "secret").stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")")));
        section.rejectUnknownKeys();
        return new ArgumentRules(counted, ignored, secret);
    }

    private static Set<String> texts(YamlSection section, String key) {
        return section.scalars(key).stream().map(YamlScalar::text).collect(Collectors.toSet());
    }

    private static Optional<Pattern> pattern(YamlScalar scalar) {
        try {
            return Optional.of(Pattern.compile(scalar.text(), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            scalar.reject("a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }
}
