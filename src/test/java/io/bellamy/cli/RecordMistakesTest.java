package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with runs that are told, and with what was recorded before. */
class RecordMistakesTest extends RecordCases {

    @Test
    void allThatIsWrongIsToldAtOnceWithItsPlaceAndNothingIsWritten() {
        Bellamy options = record(
                "--scale-out",
                "4x",
                "--runtime",
                "-3",
                "--start",
                "yesterday",
                "--status",
                "done",
                "--property",
                "machine_typ=small",
                "--property",
                "data_size_MB=4 Gb",
                "--per-node",
                "slots=8");
        assertThat(options.exitCode()).isEqualTo(2);
        assertThat(options.out()).isEmpty();
        assertThat(options.err())
                .contains(
                        "--scale-out: '4x' must be a whole number",
                        "--runtime: '-3' must be a number of seconds above 0")
                .contains(
                        "--start: 'yesterday' must be a date or time",
                        "--status: 'done' must be one of finished, failed")
                .contains("--property machine_typ: the data set has no such property; the nearest is machine_type")
                .contains("--property machine_type: is missing", "--per-node slots: the data set has no such property")
                .contains("--property data_size_MB: '4 Gb' must be a number of MB, or an amount with its unit", "bits");
        Bellamy lines = recordLines("""
                {"algorithm":"sord","scale_out":0,"runtime":"1:40","duration":3}

                {"id":"x",
                {"scale_out":3,"runtime":2,"runtime":2}
                {"scale_out":3,"runtime":1e200}
                """, "--from", "-");
        assertThat(lines.exitCode()).isEqualTo(2);
        assertThat(lines.err())
                .contains("standard input:1: scale_out: '0' must be", "standard input:1: runtime: '1:40' must be")
                .contains("standard input:1: duration: unknown key")
                .contains("standard input:1: algorithm: 'sord' must be wordcount, as --algorithm says")
                .contains("standard input:3: is not valid JSON", "standard input:4: runtime: stands there twice")
                .contains("standard input:5: runtime: '1e200' must be a runtime from a microsecond to")
                .contains(
                        "standard input:4: properties.machine_type: is missing; where it is not known, give it blank");
        assertThat(folder.resolve("data/own/recorded.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-tt all|is put together of others; record into one of bell, c3o",
                "-tt nope|nope/dataset.yml: there is no such data set",
                "-a sord|has no algorithm 'sord'; it has wordcount, sort, and a new one must be listed in dataset.yml first",
                "--from - --runtime 3|--from: runs are told there, so no other option may tell of one",
                "--from nosuch.jsonl|nosuch.jsonl: there is no such file",
                "--runtime 3 --property machine_type=a --property machine_type=b|--property: 'machine_type' must be given once",
                "--runtime 3 --per-node slots|--per-node: 'slots' must be NAME=VALUE",
                "--from /dev/null|is empty",
                "--runtime 3 -- true|--runtime: is measured, so it must be left out"
            })
    void whatCanNotBeDoneIsSaidWithWhatToDo(String options, String message) {
        List<String> all = new ArrayList<>(List.of("--scale-out", "4"));
        if (options.contains("--from -") || options.contains("--from n") || options.contains("--from /")) {
            all.clear();
        }
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        Stream.of("-tt own", "-a wordcount")
                .filter(given -> !options.contains(given.substring(0, 3)))
                .forEach(given -> all.addAll(List.of(given.split(" "))));
        all.addAll(List.of(options.split(" ")));
        all.add(0, "record");
        Bellamy refused = Bellamy.run(all.toArray(String[]::new));
        assertThat(refused.exitCode()).isIn(2, 3, RecordedCommand.WRONG_USAGE);
        assertThat(refused.err()).contains(message);
    }

    @Test
    void whereALineIsBrokenNothingIsWrittenBehindIt() throws IOException {
        Path file = folder.resolve("data/own/recorded.jsonl");
        Files.writeString(file, LINE.formatted("first", 4, "9") + "{\"id\":\n");
        Bellamy refused = recordLines(LINE.formatted("b", 4, "9"), "--from", "-");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("recorded.jsonl:2: is no object of JSON: mend the line, or take it out");
        assertThat(recorded()).hasSize(2);
    }
}
