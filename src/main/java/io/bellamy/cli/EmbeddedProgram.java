package io.bellamy.cli;

import io.bellamy.service.ModelKinds;
import io.bellamy.service.TrainingElsewhere;
import io.bellamy.service.TrainingPlace;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/**
 * {@code bellamy pretrain} inside another program: with what does orders and the number of processors that work on them it
 * becomes what takes the arguments, the name of the command first, and gives the exit code.
 */
public final class EmbeddedProgram
        implements BiFunction<UnaryOperator<byte[]>, IntSupplier, ToIntFunction<List<String>>> {

    private static final String PRETRAIN = "pretrain";

    public EmbeddedProgram() {
        Embedding.prepare();
    }

    @Override
    public ToIntFunction<List<String>> apply(UnaryOperator<byte[]> workers, IntSupplier processors) {
        TrainingPlace place = new TrainingElsewhere(ModelKinds.ALL, workers, processors);
        return arguments -> Main.run(program -> trainAt(place, program), arguments.toArray(String[]::new));
    }

    private static void trainAt(TrainingPlace place, CommandLine program) {
        PretrainCommand command = program.getSubcommands().get(PRETRAIN).getCommand();
        command.trainAt(place);
    }
}
