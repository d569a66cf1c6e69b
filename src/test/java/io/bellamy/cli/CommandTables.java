package io.bellamy.cli;

import io.bellamy.document.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The tables of docs/CLI.md, of the command line as it is. */
public final class CommandTables {

    private CommandTables() {}

    /** By name: the commands, the exit codes, the options of all, and of each command those that not all have. */
    public static Map<String, Supplier<String>> all() {
        CommandLine program = BellamyCommand.commandLine();
        Map<String, CommandSpec> commands = leaves(program);
        List<String> shared = shared(commands);
        Map<String, Supplier<String>> tables = new LinkedHashMap<>();
        tables.put("cli/commands", () -> commands(commands));
        tables.put("cli/exit-codes", () -> exitCodes(program));
        tables.put("cli/all", () -> options(commands.values().iterator().next(), shared, true));
        commands.forEach(
                (name, spec) -> tables.put("cli/" + name.replace(' ', '-'), () -> options(spec, shared, false)));
        return tables;
    }

    /** Commands without commands of their own, by their names. */
    private static Map<String, CommandSpec> leaves(CommandLine program) {
        Map<String, CommandSpec> leaves = new LinkedHashMap<>();
        program.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                leaves.put(name, command.getCommandSpec());
            } else {
                command.getSubcommands()
                        .forEach((below, spec) -> leaves.put(name + " " + below, spec.getCommandSpec()));
            }
        });
        return leaves;
    }

    /** What every command has that is ours: its rows are the same. */
    private static List<String> shared(Map<String, CommandSpec> commands) {
        List<List<String>> rows = commands.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("generate-completion"))
                .map(entry -> entry.getValue().options().stream()
                        .map(option -> row(option).toString())
                        .toList())
                .toList();
        return rows.get(0).stream()
                .filter(row -> rows.stream().allMatch(other -> other.contains(row)))
                .toList();
    }

    private static String commands(Map<String, CommandSpec> commands) {
        return Markdown.table(
                List.of("command", "what it does"),
                commands.entrySet().stream()
                        .map(entry -> List.of("`bellamy " + entry.getKey() + "`", firstSentence(entry.getValue())))
                        .toList());
    }

    /** Of completion picocli tells more than fits. */
    private static String firstSentence(CommandSpec command) {
        String[] lines = command.usageMessage().description();
        return command.name().equals("generate-completion") ? lines[0] : String.join(" ", lines);
    }

    private static String exitCodes(CommandLine program) {
        List<List<String>> rows = new ArrayList<>();
        program.getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> rows.add(List.of(code, meaning)));
        return Markdown.table(List.of("exit code", "meaning"), rows);
    }

    private static String options(CommandSpec command, List<String> shared, boolean all) {
        List<List<String>> rows = Stream.<ArgSpec>concat(
                        command.positionalParameters().stream(), command.options().stream())
                .filter(argument -> !argument.hidden())
                .map(CommandTables::row)
                .filter(row -> shared.contains(row.toString()) == all)
                .toList();
        return rows.isEmpty() ? "No others.\n" : Markdown.table(List.of("option", "value", "meaning"), rows);
    }

    private static List<String> row(ArgSpec argument) {
        boolean isOption = argument instanceof OptionSpec;
        String value = isOption && argument.arity().max() > 0 ? "`" + argument.paramLabel() + "`" : "";
        String needed = argument.required() && argument.group() == null ? "; must be given" : "";
        return List.of(
                argument instanceof OptionSpec option ? names(option) : "`" + argument.paramLabel() + "`",
                value,
                String.join(" ", argument.description()).replace("|", "\\|") + needed);
    }

    private static String names(OptionSpec option) {
        Stream<String> negated = option.negatable()
                ? Stream.of(CommandLine.RegexTransformer.createDefault()
                        .makeNegative(option.longestName(), option.command()))
                : Stream.of();
        return Stream.concat(Stream.of(option.names()), negated)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }
}
