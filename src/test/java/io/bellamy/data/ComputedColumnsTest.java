package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that are computed from others. */
class ComputedColumnsTest {

    private static final String DESCRIPTION = """
            algorithms:
              job:
                file: runs.csv
                separator: ";"
                scale_out: {column: nodes}
                runtime: {column: seconds}
                computed: {x: '%s'}
                properties:
                  job_args: {column: x}
            """;

    @TempDir
    private Path folder;

    private OwnTable table(String formula) {
        return OwnTable.in(folder)
                .described(DESCRIPTION.formatted(formula))
                .with("runs.csv", "nodes;seconds;a;b.c;in GB;min;nothing;text\n2;1;6;4;2.5;7;;abc\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b.c * 2|14",
                "(a + b.c) * 2|20",
                "a - b.c - 1|1",
                "a / b.c / 3|0.5",
                "-a + 1.5e1|9",
                "a - -1_000|1006",
                "{in GB} * 1000|2500",
                "{in GB}/{a}|0.4166666666666667",
                "1 / 3 * 3|1",
                "0.1 + 0.2|0.3",
                "min(a, b.c, 9) + max(a,b.c)|10",
                "min + min(min, 2)|9",
                "round({in GB}) + floor({in GB}) + ceil({in GB})|8",
                "ABS(b.c - a)|2",
                "round(-2.5)|-3",
                "a + nothing|-",
                "max(a, nothing)|-",
                ".5|0.5"
            })
    void theResultIsThatOfArithmeticAndBlankWhereAColumnIs(String formula, String expected) {
        assertThat(table(formula).values("job_args")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a +|dataset.yml:7: algorithms.job.computed.x: 'a +' must be an expression of numbers, columns",
                "a +|; at character 4 stands its end instead of a number, a column or a parenthesis",
                "a ^ 2|; at character 3 stands '^' instead of an operator or the end",
                "(a|; at character 3 stands its end instead of ')'",
                "a b.c|; at character 3 stands 'b' instead of an operator or the end",
                "2a|; at character 1 stands '2' instead of a number, a column or a parenthesis",
                "1.2.3|; at character 1 stands '1' instead of a number",
                "1e999|; at character 1 stands '1' instead of a number that can be computed with",
                "exec(a)|; at character 1 stands 'e' instead of one of the functions min, max, abs, round, floor, ceil",
                "1 + round(a, 2)|; at character 5 stands 'r' instead of round of one number",
                "max(a)|; at character 1 stands 'm' instead of max of two numbers or more",
                "min()|; at character 5 stands ')' instead of a number",
                "{a|; at character 1 stands '{' instead of a number",
                "nope * 2|runs.csv:1: column 'nope' is missing",
                "text * 2|runs.csv:2: column 'text': 'abc' must be a number",
                "a / (b.c - 4)|runs.csv:2: column 'x': 'a / (b.c - 4)' must be computable, but it divides by 0",
                "1e50 * 1e50|must be computable, but the result is not of a size that can be computed with",
                "x + 1|computed.x: column 'x' is computed itself, and must stand above where it is used"
            })
    void whatIsNoFormulaIsRefusedWithTheCharacter(String formula, String message) {
        assertThat(table(formula).refusal("job")).contains(message);
    }

    @Test
    void aFormulaIsBounded() {
        OwnTable table = table("(".repeat(400) + "a" + ")".repeat(400));
        assertThat(table.refusal("job"))
                .contains("instead of no more than 50 parentheses and signs inside of one another");
        table.described(DESCRIPTION.formatted("1" + " + a".repeat(249)));
        assertThat(table.values("job_args")).containsExactly("1495");
        assertThat(table.described(DESCRIPTION.formatted("1" + " + a".repeat(300)))
                        .refusal("job"))
                .contains("must be at most 1000 characters long");
        // each doubles the one above: without its results kept, the last would take a million years
        StringBuilder doubling = new StringBuilder("x0: a");
        for (int i = 1; i < 90; i++) {
            doubling.append(", x")
                    .append(i)
                    .append(String.format(Locale.ROOT, ": x%d + x%d - x%d", i - 1, i - 1, i - 1));
        }
        table.described(DESCRIPTION.formatted("").replace("x: ''", doubling).replace("column: x}", "column: x89}"));
        assertThat(table.values("job_args")).containsExactly("6");
    }

    @Test
    void computedColumnsAreUsedLikeThoseOfTheFile() {
        OwnTable table = OwnTable.in(folder).described("""
                defaults:
                  file: runs.csv
                  separator: ";"
                  decimal: comma
                  lookups: {machines: {file: machines.csv, column: vm}}
                  computed:
                    cores: executors * {cores each}
                    nodes: ceil(cores / machines.cores)
                  rows: {column: nodes, above: 1}
                  scale_out: {column: nodes}
                  runtime: {column: took}
                  properties:
                    slots: {column: cores}
                    job_args: {template: "{rate:float} of {per}"}
                algorithms:
                  job:
                    computed: {per: 1 / cores, rate: 2 * per}
                """);
        table.with("machines.csv", "vm,cores\nm1,4\n").with("runs.csv", """
                vm;executors;cores each;took
                m1;5;2,0;1,5
                m1;2;2;7
                """);
        assertThat(table.load("job").runs()).singleElement().satisfies(run -> {
            assertThat(run.scaleOut()).isEqualTo(3);
            assertThat(run.properties().texts()).isEqualTo(Map.of("slots", "10", "job_args", "0.2 of 0.1"));
        });
        table.with("runs.csv", "vm;executors;cores each;took;cores\nm1;5;2,0;1,5;3\n");
        assertThat(table.refusal("job")).contains("runs.csv:1: column 'cores' stands in the file, and is made");
    }

    /** A formula and what it is worth. */
    record Known(String text, double value) {}

    @Provide
    Arbitrary<Known> formulas() {
        Arbitrary<Known> numbers =
                Arbitraries.integers().between(0, 20).map(number -> new Known(String.valueOf(number), number));
        return Arbitraries.recursive(() -> numbers, ComputedColumnsTest::larger, 0, 5);
    }

    private static Arbitrary<Known> larger(Arbitrary<Known> inner) {
        return Arbitraries.oneOf(
                Combinators.combine(inner, Arbitraries.of('+', '-', '*'), inner).as(ComputedColumnsTest::inParentheses),
                inner.map(one -> new Known("-" + one.text(), -one.value())),
                Combinators.combine(inner, inner)
                        .as((one, other) -> new Known(
                                "max( " + one.text() + " ," + other.text() + ")",
                                Math.max(one.value(), other.value()))));
    }

    private static Known inParentheses(Known left, char operator, Known right) {
        double value =
                switch (operator) {
                    case '+' -> left.value() + right.value();
                    case '-' -> left.value() - right.value();
                    default -> left.value() * right.value();
                };
        return new Known("(" + left.text() + operator + right.text() + ")", value);
    }

    @Property
    void aFormulaIsWorthWhatItsPartsAre(@ForAll("formulas") Known formula) throws BadValue {
        Assume.that(formula.text().length() <= 1000 && Math.abs(formula.value()) < 1e9);
        String result = FormulaParser.parse(formula.text()).of("x", none());
        assertThat(Double.parseDouble(result)).isCloseTo(formula.value(), within(1e-6));
    }

    @Property
    void anyTextIsAFormulaOrRefused(@ForAll("texts") String text) {
        assertThatCode(() -> {
                    try {
                        FormulaParser.parse(text).of("x", none());
                    } catch (IllegalArgumentException | BadValue refused) {
                        assertThat(refused).hasMessageContaining(" ");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab1.e0+-*/(){},_ ü").ofMaxLength(60);
    }

    private static SourceRow none() {
        return new SourceRow() {
            @Override
            public long line() {
                return 1;
            }

            @Override
            public String get(String column) {
                return "3";
            }
        };
    }
}
