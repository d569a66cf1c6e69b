package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer rests on, how the model sees it, and which run would make it surer. */
class WhyTest extends OwnModelCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REQUEST =
            "min_scale_out: 2\nmax_scale_out: 8\nessential_properties: {machine_type: small, data_size_MB: %s}\n";

    @Test
    void explainsWhatIsNearAndHowTheModelSeesIt() throws IOException {
        JsonNode known = size("wordcount", "4000");
        assertThat(known.get("seen").asBoolean()).isTrue();
        assertThat(known.get("nearest").toString()).isEqualTo("[\"4000\",\"9000\",\"1000\"]");
        assertThat(known.get("model_sees").get(0).asText())
                .startsWith(String.format(Locale.ROOT, "ln data_size_MB = %.2f (", Math.log(4000)));
        JsonNode unseen = size("wordcount", "7000");
        assertThat(unseen.get("seen").asBoolean()).isFalse();
        assertThat(unseen.get("nearest").get(0).asText()).isEqualTo("9000");

        JsonNode bits = size("sort", "5");
        assertThat(bits.get("model_sees").toString()).isEqualTo("[\"bits 101\"]");

        Bellamy text = Bellamy.runWithInput(
                REQUEST.formatted("7000"), own.arguments("predict", "-a", "wordcount", "-r", "-", "--explain"));
        assertThat(text.out())
                .contains("how the model sees scale-out 8:", "warning: data_size_MB '7000' was never seen")
                .containsPattern("data_size_MB +7000 +no +9000, 4000, 1000 +ln data_size_MB = 8.85");
    }

    /** Who reads that a run took as long as a limit takes the limit for a runtime. */
    @Test
    void aRunThatWasStoppedIsShownAsOneThatWouldHaveTakenLonger() throws IOException {
        Path runs = folder.resolve("data/own/runs.csv");
        Files.writeString(
                runs,
                Files.readString(runs).replace("\n", ",ok\n").replaceFirst("size,ok", "size,state")
                        + "8,60.25,small,4000,timeout\n");
        Replaced.inFile(
                folder.resolve("data/own/dataset.yml"),
                "  properties:",
                "  stopped: {column: state, equals: timeout}\n  properties:");
        String request = REQUEST.formatted("4000");
        String[] explain = own.arguments("predict", "-a", "wordcount", "-r", "-", "--explain");
        Bellamy text = Bellamy.runWithInput(request, explain);
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .containsPattern("100 % +8 +> 60\\.3 +same")
                .containsPattern("100 % +8 +71\\.4 +same")
                .containsOnlyOnce("  > ");

        JsonNode answer = JSON.readTree(Bellamy.runWithInput(request, OwnFolder.with(explain, "-o", "json"))
                .out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        assertThat(answer.at("/explanation/runs"))
                .hasSize(8)
                .allSatisfy(run -> assertThat(run.get("finished").asBoolean())
                        .isEqualTo(run.get("runtime_seconds").asDouble() != 60.25))
                .anyMatch(run -> !run.get("finished").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // values that no run has; the others do not matter
                "tiny  | 4000 | a | machine_type",
                "tiny  | 9000 | e | machine_type, job_args",
                "tiny  | 7    | e | machine_type, data_size_MB, job_args",
                // each is known, but not together: those without which runs would match
                "small | 4000 | b | job_args",
                "small | 9000 | b | machine_type, job_args",
                "large | 9000 | a | machine_type, job_args",
                "large | 4000 | b | data_size_MB",
                "large | 4000 | a | machine_type",
                // each is known, but no two of them together
                "huge  | 4000 | c | machine_type, data_size_MB, job_args",
            })
    void namesThePropertiesThatKeptAllRunsOut(String machine, String size, String arguments, String excludedBy)
            throws IOException {
        Files.writeString(folder.resolve("data/own/runs.csv"), """
                nodes,runtime,machine,size,args
                2,222,small,4000,a
                2,456,small,9000,a
                2,285,large,9000,b
                2,93,huge,1000,d
                2,93,tall,2000,c
                """);
        Replaced.inFile(
                folder.resolve("data/own/dataset.yml"),
                "    data_size_MB:",
                "    job_args: {column: args}\n    data_size_MB:");
        Bellamy outcome = Bellamy.runWithInput(
                "min_scale_out: 2\nmax_scale_out: 2\nessential_properties: {machine_type: %s, data_size_MB: %s, job_args: %s}\n"
                        .formatted(machine, size, arguments),
                own.arguments("predict", "-a", "wordcount", "-r", "-", "-o", "json"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode adapted = JSON.readTree(outcome.out()).get("fine_tuning");
        assertThat(adapted.get("runs").asInt()).isZero();
        assertThat(adapted.get("excluded_by"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(excludedBy.split(", "));
    }

    @Test
    void tellsWhenTheRunsWereMeasured() throws IOException {
        Path runs = folder.resolve("data/own/runs.csv");
        StringBuilder dated = new StringBuilder("nodes,runtime,machine,size,day\n");
        List<String> rows = Files.readAllLines(runs);
        for (int i = 1; i < rows.size(); i++) {
            String day = i % 3 == 0 ? "" : i % 3 == 1 ? "2026-02-0" + (1 + i % 9) : "2026-03-31T23:59:59+02:00";
            dated.append(rows.get(i)).append(',').append(day).append('\n');
        }
        Files.writeString(runs, dated);
        Replaced.inFile(
                folder.resolve("data/own/dataset.yml"), "  properties:", "  measured_at: {column: day}\n  properties:");
        JsonNode answer = JSON.readTree(own.predict().out());
        assertThat(answer.get("fine_tuning").get("oldest_run").asText()).startsWith("2026-02-0");
        assertThat(answer.get("fine_tuning").get("newest_run").asText()).isEqualTo("2026-03-31");
        assertThat(Bellamy.run(own.arguments("predict", "-a", "wordcount", "-r", OwnFolder.STORED + "/request.yml"))
                        .out())
                .contains("rests most on ", " alike, the newest of 2026-03-31");

        Files.writeString(runs, Replaced.in(dated.toString(), "2026-03-31T", "31.3.2026 T"));
        Bellamy refused = own.predict();
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("runs.csv:3: column 'day'", "must be a date or time as 2026-01-31");
    }

    @Test
    void aValueThatNothingMatchesIsNamedWithTheNearestRatherThanCandidatesOfOthers() throws IOException {
        String misspelt = "min_scale_out: 2\nmax_scale_out: 8\nessential_properties: {machine_type: LARGE}\n";
        Bellamy refused = Bellamy.runWithInput(misspelt, own.arguments("predict", "-a", "wordcount", "-r", "-"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .containsExactly(
                        "bellamy: essential_properties.machine_type: 'LARGE' is in none of the 36 runs (nearest: 'large',"
                                + " 'small')",
                        "bellamy: if that is right, give data_size_MB too, which no matching run tells",
                        "bellamy: or ask for all of them with --each-candidate");
        // what is blank is known from all runs, so there is an answer
        assertThat(warning("machine_type: LARGE, data_size_MB: 4001"))
                .isEqualTo(
                        "no run matches the context, so runs that are alike answer; excluded by machine_type: 'LARGE' is in none of the"
                                + " 36 runs (nearest: 'large', 'small'); and by data_size_MB: '4001' is in none of the 36 runs (nearest:"
                                + " '4000', '9000', '1000')");
        // both are known, but not together: of one the value is there with the other
        own.addRun("4,50,huge,500");
        assertThat(warning("machine_type: huge, data_size_MB: 1000"))
                .contains(
                        "machine_type: 'huge' is in no run whose other properties are those given (nearest: 'large', 'small')")
                .contains("data_size_MB: '1000' is in no run whose other properties are those given (nearest: '500')");
    }

    private String warning(String essential) throws IOException {
        Bellamy outcome = Bellamy.runWithInput(
                "{min_scale_out: 2, max_scale_out: 8, essential_properties: {" + essential + "}}",
                own.arguments("predict", "-a", "wordcount", "-r", "-", "-o", "json"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode warnings = JSON.readTree(outcome.out()).get("warnings");
        return warnings.get(warnings.size() - 1).asText();
    }

    @Test
    void theSuggestedRunMakesTheAnswerAsSureAsItWasSaid() throws IOException {
        Files.writeString(
                folder.resolve("data/own/runs.csv"),
                Files.readString(folder.resolve("data/own/runs.csv"))
                        .lines()
                        .filter(row -> !row.endsWith("small,4000"))
                        .reduce("", (rows, row) -> rows + row + "\n"));
        JsonNode before = suggested();
        double gain = before.get("measure_next").get("gain").asDouble();
        assertThat(gain).isPositive();
        assertThat(before.get("ranking")).hasSize(7).allSatisfy(option -> {
            assertThat(option.get("gain").asDouble()).isLessThanOrEqualTo(gain);
            assertThat(option.get("runs_known").asInt()).isZero();
        });

        JsonNode next = before.get("measure_next");
        own.addRun(next.get("scale_out").asInt() + ","
                + next.get("runtime_seconds").asDouble() + ",small,4000");
        JsonNode after = suggested();
        assertThat(after.get("interval_share").asDouble())
                .isLessThan(before.get("interval_share").asDouble())
                // a run that takes as long as expected tells a little more than runs do on average
                .isCloseTo(next.get("interval_share").asDouble(), within(gain / 2));

        Bellamy text =
                Bellamy.runWithInput(REQUEST.formatted("4000"), own.arguments("suggest", "-a", "wordcount", "-r", "-"));
        assertThat(text.out()).contains("1 run of the context is known", "measure next: ");
    }

    @Test
    void aModelThatDoesNotKnowHowSureItIsSaysSo() {
        for (String command : List.of("suggest", "predict --max-runtime 9 --confidence 0.9")) {
            String[] words = command.split(" ");
            String[] more = OwnFolder.with(
                    new String[] {"-a", "sort", "-r", "-"},
                    List.of(words).subList(1, words.length).toArray(String[]::new));
            Bellamy outcome = Bellamy.runWithInput(REQUEST.formatted("4000"), own.arguments(words[0], more));
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err()).contains("this model does not know how sure it is");
        }
    }

    private JsonNode suggested() throws IOException {
        Bellamy outcome = Bellamy.runWithInput(
                REQUEST.formatted("4000"), own.arguments("suggest", "-a", "wordcount", "-r", "-", "-o", "json"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode suggestion = JSON.readTree(outcome.out());
        assertThat(Schemas.of("suggestion").validate(suggestion)).isEmpty();
        return suggestion;
    }

    /** How the size of the data is explained. */
    private JsonNode size(String algorithm, String size) throws IOException {
        Bellamy outcome = Bellamy.runWithInput(
                REQUEST.formatted(size),
                own.arguments("predict", "-a", algorithm, "-r", "-", "-o", "json", "--explain"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        return StreamSupport.stream(answer.get("explanation").get("properties").spliterator(), false)
                .filter(property -> property.get("name").asText().equals("data_size_MB"))
                .findFirst()
                .orElseThrow();
    }
}
