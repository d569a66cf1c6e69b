package io.bellamy.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of a command for {@code man}, in the macros of man(7), of what its help says. */
final class ManualPage {

    private final CommandSpec command;
    private final StringBuilder text = new StringBuilder();

    private ManualPage(CommandSpec command) {
        this.command = command;
    }

    /** Its name without the section, as {@code bellamy-models-list}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    static String of(CommandSpec command, String version) {
        return new ManualPage(command).text(version);
    }

    private String text(String version) {
        String name = name(command);
        List<String> description = List.of(lines(command.usageMessage().description()));
        text.append(".TH \"%s\" 1 \"\" \"Bellamy %s\" \"Bellamy\"\n".formatted(name.toUpperCase(Locale.ROOT), version));
        section("NAME", escaped(name) + " \\- " + escaped(description.get(0).replaceAll("[.:;].*", "")));
        section(
                "SYNOPSIS",
                escaped(command.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " ")));
        section("DESCRIPTION", description.stream().map(ManualPage::escaped).collect(Collectors.joining("\n.br\n")));
        options();
        commands();
        exitCodes();
        section("SEE ALSO", seeAlso());
        return text.toString();
    }

    private void section(String title, String content) {
        text.append(".SH ").append(title).append('\n').append(content).append('\n');
    }

    private void entry(String term, String... description) {
        text.append(".TP\n").append(term).append('\n');
        text.append(Stream.of(lines(description)).map(ManualPage::escaped).collect(Collectors.joining("\n.br\n")));
        text.append('\n');
    }

    private void options() {
        text.append(".SH OPTIONS\n");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter.description());
        }
        for (OptionSpec option : command.options()) {
            String names = Stream.of(option.names())
                    .map(name -> "\\fB" + escaped(name) + "\\fR")
                    .collect(Collectors.joining(", "));
            String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
            entry(names + value, option.description());
        }
    }

    private void commands() {
        if (!command.subcommands().isEmpty()) {
            text.append(".SH COMMANDS\n");
            command.subcommands()
                    .forEach((name, below) -> entry(
                            "\\fB" + escaped(name) + "\\fR",
                            below.getCommandSpec().usageMessage().description()));
        }
    }

    private void exitCodes() {
        if (!command.usageMessage().exitCodeList().isEmpty()) {
            text.append(".SH EXIT STATUS\n");
            command.usageMessage().exitCodeList().forEach(ManualPage.this::entry);
        }
    }

    /** The page of all, and those of its commands. */
    private String seeAlso() {
        Stream<CommandSpec> above = Stream.iterate(command.parent(), up -> up != null, CommandSpec::parent);
        Stream<CommandSpec> below = command.subcommands().values().stream().map(CommandLine::getCommandSpec);
        return Stream.concat(above, below)
                .map(other -> "\\fB" + escaped(name(other)) + "\\fR(1)")
                .collect(Collectors.joining(",\n"));
    }

    /** Without marks of style, and with what they stand for in the place of variables. */
    private static String[] lines(String... marked) {
        return Stream.of(marked)
                .flatMap(line -> Ansi.OFF.string(line).formatted().lines())
                .toArray(String[]::new);
    }

    /** What man(7) would take for a request or a hyphen. */
    private static String escaped(String line) {
        String plain = line.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
