package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is understood without picocli is what picocli makes of it. */
class QuickCommandTest {

    private static final List<String> VALUES = List.of(
            "request.yml",
            "0.9",
            "1e2",
            "1,5",
            "7",
            "json",
            "JSON",
            "text",
            "spark-submit",
            "spark_submit",
            "cheapest",
            "a=b",
            "",
            "-",
            "--",
            "--explain",
            "--quiet",
            "-r",
            "@file",
            " ",
            "\"quoted\"",
            "predict",
            "name with blanks",
            "Österreich");

    @Property(tries = 500)
    void itIsWhatPicocliMakesOfIt(@ForAll("commandLines") List<String> arguments) {
        String[] words = arguments.toArray(String[]::new);
        if (QuickCommand.of(words).isPresent()) {
            assertSameByPicocli(words);
        }
    }

    private static void assertSameByPicocli(String... words) {
        CommandLine program = BellamyCommand.commandLine(words);
        assertThatCode(() -> program.parseArgs(words)).doesNotThrowAnyException();
        Object command = program.getSubcommands().get(words[0]).getCommand();
        assertThat(QuickCommand.of(words).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("spec")
                .isEqualTo(command);
    }

    @Provide
    Arbitrary<List<String>> commandLines() {
        return Arbitraries.of("predict", "suggest", "apply").flatMap(command -> {
            List<OptionSpec> options = BellamyCommand.commandLine(command)
                    .getSubcommands()
                    .get(command)
                    .getCommandSpec()
                    .options();
            return Arbitraries.of(options)
                    .flatMap(QuickCommandTest::given)
                    .list()
                    .ofMaxSize(5)
                    .map(parts -> {
                        List<String> words = new ArrayList<>(List.of(command));
                        parts.forEach(words::addAll);
                        return words;
                    });
        });
    }

    private static Arbitrary<List<String>> given(OptionSpec option) {
        Arbitrary<String> names = Arbitraries.of(option.names());
        Arbitrary<String> values = Arbitraries.of(VALUES);
        Arbitrary<List<String>> usual = option.arity().max() == 0
                ? names.map(List::of)
                : names.flatMap(name -> values.map(value -> List.of(name, value)));
        Arbitrary<List<String>> odd = names.flatMap(name -> Arbitraries.oneOf(
                names.map(List::of),
                values.map(List::of),
                values.map(value -> List.of(name + "=" + value)),
                values.map(value -> List.of(name + value))));
        return Arbitraries.frequencyOf(Tuple.of(4, usual), Tuple.of(1, odd));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict",
                "predict -r request.yml",
                "predict --request=request.yml -o json --models-dir models --data-dir data --config config.yml --explain",
                "predict -tt c3o -a grep --format spark-submit --dynamic --strict --each-candidate --quiet",
                "predict -r r.yml --max-runtime 60 --max-cost 1.5 --confidence .9 --interval 0.8 --prices prices.yml",
                "predict -r r.yml --log-format json",
                "suggest -r r.yml --interval 0.8 -o json",
                "apply -f application.yml --name job --dynamic -r r.yml"
            })
    void whatSchedulersAskIsUnderstood(String arguments) {
        assertSameByPicocli(arguments.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "pretrain -tt c3o",
                "predict --help",
                "predict -r",
                "predict -r -",
                "predict -r --quiet r.yml",
                "predict -r r.yml -r r.yml",
                "predict -r r.yml --request r.yml",
                "predict r.yml",
                "predict -rr.yml",
                "predict @arguments",
                "predict -r @arguments",
                "predict --explain --explain",
                "predict --explain=true",
                "predict -o xml",
                "predict --max-cost much",
                "predict --objective cheapest",
                "predict --unknown"
            })
    void theRestIsPicoclis(String arguments) {
        assertThat(QuickCommand.of(arguments.split(" "))).isEmpty();
    }
}
