package io.bellamy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for the shell fish, which picocli does not make. */
final class FishCompletion {

    private static final int SHORT = 2;

    private final List<String> lines = new ArrayList<>();

    private FishCompletion() {}

    static String of(CommandLine program) {
        FishCompletion completion = new FishCompletion();
        completion.add(program.getCommandSpec(), List.of());
        return String.join("\n", completion.lines) + "\n";
    }

    private void add(CommandSpec command, List<String> words) {
        List<String> below = List.copyOf(command.subcommands().keySet());
        String here = words.stream()
                        .map(word -> "__fish_seen_subcommand_from " + word)
                        .collect(Collectors.joining("; and "))
                + (words.isEmpty() || below.isEmpty() ? "" : "; and ")
                + (below.isEmpty() ? "" : "not __fish_seen_subcommand_from " + String.join(" ", below));
        command.subcommands().forEach((name, spec) -> {
            lines.add(start(here) + " -f -a " + name + " -d "
                    + quoted(first(spec.getCommandSpec().usageMessage().description())));
            List<String> further = new ArrayList<>(words);
            further.add(name);
            add(spec.getCommandSpec(), further);
        });
        command.options().forEach(option -> lines.add(option(here, option)));
    }

    private static String option(String here, OptionSpec option) {
        StringBuilder line = new StringBuilder(start(here));
        for (String name : option.names()) {
            String kind = name.startsWith("--") ? " -l " : name.length() == SHORT ? " -s " : " -o ";
            line.append(kind).append(name.replaceFirst("^--?", ""));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
            if (option.completionCandidates() != null) {
                line.append(" -f -a ")
                        .append(quoted(StreamSupport.stream(
                                        option.completionCandidates().spliterator(), false)
                                .collect(Collectors.joining(" "))));
            }
        }
        return line.append(" -d ").append(quoted(first(option.description()))).toString();
    }

    private static String start(String here) {
        return "complete -c bellamy -n " + quoted(here);
    }

    /** As much of a description as stands beside a word. */
    private static String first(String... description) {
        return description.length == 0
                ? ""
                : description[0].replaceAll("[.:;(].*", "").strip();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
