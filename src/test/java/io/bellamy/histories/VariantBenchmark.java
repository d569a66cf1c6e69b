package io.bellamy.histories;

import io.bellamy.histories.Errors.Compared;
import io.bellamy.histories.Evaluated.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes variants of C3O, asks there, and prints how far the answers are from what was measured. */
@Command(
        name = "variants.sh",
        mixinStandardHelpOptions = true,
        description = "Makes variants of C3O, evaluates or asks there, and sets the answers beside what was measured.",
        sortOptions = false)
public final class VariantBenchmark implements Callable<Integer> {

    private static final String ROW = "%-13s %-17s %-21s %8s %8s %8s %15s  %s%n";

    @Mixin
    private ProgramParameters parameters = new ProgramParameters();

    @Option(
            names = "--variants",
            split = ",",
            paramLabel = "VARIANT",
            description = "${COMPLETION-CANDIDATES} (default: all)")
    private List<C3oVariant> variants = List.of(C3oVariant.values());

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "of the variants (default: 1)")
    private List<Long> seeds = List.of(1L);

    @Option(names = "--splits", paramLabel = "N", description = "of evaluations (default: ${DEFAULT-VALUE})")
    private int splits = 10;

    @Option(
            names = "--contexts",
            paramLabel = "N",
            description = "how many an evaluation holds out of each algorithm (default: each in turn)")
    private Optional<Integer> contexts = Optional.empty();

    @Option(names = "--only-write", paramLabel = "DIR", description = "write the variants there, and end")
    private Optional<Path> written = Optional.empty();

    @Mixin
    private ProgramSettings settings = new ProgramSettings();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VariantBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        int failures = 0;
        if (written.isEmpty()) {
            System.out.printf(ROW, "variant", "learned from", "", "MRE ", "signed ", "held ", "answered", "aim");
        }
        for (C3oVariant variant : variants) {
            Map<Column, List<Compared>> all = Map.of();
            for (long one : seeds) {
                Path folder = written.orElse(parameters.work()).resolve(variant + "-" + one);
                variant.write(folder, one);
                if (written.isEmpty()) {
                    Map<Column, List<Compared>> answers =
                            new VariantRun(variant, folder, settings.launcher(parameters), splits, contexts).answers();
                    failures += answers.isEmpty() ? 1 : 0;
                    all = Evaluated.merged(all, answers);
                }
            }
            all.forEach((column, some) -> print(variant, column, Errors.of(some)));
        }
        if (written.isEmpty()) {
            System.out.println("* misses its aim: the greatest errors, the share of runs that 90 % intervals hold");
        }
        return failures == 0 ? 0 : 1;
    }

    private static void print(C3oVariant variant, Column column, Errors errors) {
        VariantAim aim = VariantAim.of(variant, column);
        System.out.printf(
                ROW,
                variant,
                column.support(),
                column,
                shown(errors.relative()) + (aim.isNearEnough(errors) ? " " : "*"),
                shown(errors.signed()) + (aim.isStraightEnough(errors) ? " " : "*"),
                shown(errors.held()) + (aim.isSureEnough(errors) ? " " : "*"),
                errors.answered() + " of " + errors.asked(),
                aim);
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
