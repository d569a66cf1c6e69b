package io.bellamy.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A command that answers from a model, and can take its arguments without picocli, where they are plain. */
interface QuickCommand {

    /** The commands, by name. */
    Map<String, Supplier<QuickCommand>> ALL =
            Map.of("predict", PredictCommand::new, "suggest", SuggestCommand::new, "apply", ApplyCommand::new);

    /** Do arguments name one of these? */
    static boolean isAskedForBy(String... arguments) {
        return arguments.length > 0 && ALL.containsKey(arguments[0]);
    }

    /** The command that plain arguments ask for, with its options taken; none where picocli has to read them. */
    static Optional<QuickCommand> of(String... arguments) {
        if (!isAskedForBy(arguments)) {
            return Optional.empty();
        }
        QuickCommand command = ALL.get(arguments[0]).get();
        QuickArguments given = new QuickArguments(List.of(arguments).subList(1, arguments.length));
        command.take(given);
        return given.areUnderstood() ? Optional.of(command) : Optional.empty();
    }

    /** Takes those of the options that can be taken in this way. */
    void take(QuickArguments given);

    /** Runs, and gives the exit code. */
    int run(Console console) throws IOException;
}
