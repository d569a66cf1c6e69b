package io.bellamy.cli;

import io.bellamy.service.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the pages for {@code man}, and completions for three shells, of the command line as it is. */
public final class Manual {

    /** The script of picocli is for bash, and for zsh with its help. */
    private static final String ZSH = """
            #compdef bellamy
            autoload -U +X bashcompinit && bashcompinit
            %s
            _bash_complete -o default -F _complete_bellamy
            """;

    private Manual() {}

    /**
     * Writes them.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        CommandLine program = BellamyCommand.commandLine();
        pages(Files.createDirectories(share.resolve("man/man1")), program, new RunningProgram().version());
        Path completions = Files.createDirectories(share.resolve("completions"));
        String bash = AutoComplete.bash("bellamy", program);
        Files.writeString(completions.resolve("bellamy.bash"), bash);
        Files.writeString(completions.resolve("_bellamy"), ZSH.formatted(bash));
        Files.writeString(completions.resolve("bellamy.fish"), FishCompletion.of(program));
    }

    private static void pages(Path folder, CommandLine program, String version) throws IOException {
        CommandSpec command = program.getCommandSpec();
        Files.writeString(folder.resolve(ManualPage.name(command) + ".1"), ManualPage.of(command, version));
        for (CommandLine below : program.getSubcommands().values()) {
            pages(folder, below, version);
        }
    }
}
