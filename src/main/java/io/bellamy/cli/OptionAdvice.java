package io.bellamy.cli;

import io.bellamy.problem.ForeignNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds out which option was meant by one that is not known. */
final class OptionAdvice {

    /** Of longer names nobody can tell. */
    private static final int LONGEST = 64;

    private OptionAdvice() {}

    /** What to say behind a message; may be empty. */
    static String of(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unknown)
                || unknown.getUnmatched().isEmpty()) {
            return "";
        }
        String option = unknown.getUnmatched().get(0).replaceFirst("=.*", "");
        if (!option.startsWith("-") || option.length() > LONGEST) {
            return "";
        }
        List<String> takers = failure.getCommandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> command.optionsMap().containsKey(option))
                .map(CommandSpec::qualifiedName)
                .distinct()
                .toList();
        if (!takers.isEmpty()) {
            String command = takers.size() == 1
                    ? takers.get(0)
                    : failure.getCommandLine().getCommandSpec().qualifiedName() + " COMMAND";
            return "; it stands behind the command, as in " + command + " " + option;
        }
        List<String> ours = ForeignNames.ours(option.replaceFirst("^-+", ""));
        Set<String> known =
                failure.getCommandLine().getCommandSpec().optionsMap().keySet();
        String options = ours.stream()
                .map(name -> "--" + name.replace('_', '-').toLowerCase(Locale.ROOT))
                .filter(known::contains)
                .collect(Collectors.joining(" or "));
        if (!options.isEmpty()) {
            return "; here it is called " + options;
        }
        if (!ours.isEmpty()) {
            return "; it is no option here, but a key of a request or a configuration: " + String.join(" or ", ours);
        }
        return unknown.getSuggestions().stream()
                .findFirst()
                .map(nearest -> "; the nearest option is " + nearest)
                .orElse("");
    }
}
