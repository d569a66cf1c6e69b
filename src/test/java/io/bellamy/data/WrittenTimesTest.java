package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in the forms in which others write them. */
class WrittenTimesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "written|1h 5m|3900",
                "written|1h5m|3900",
                "written|90 s|90",
                "written|1.5 hours|5400",
                "written|2 minutes, 3 seconds|123",
                "written|250 ms|0.25",
                "written|1 Min 2 Sec|62",
                "written|1:01:40|3700",
                "written|26:00:00.5|93600.5",
                "written|1 day, 2:03:04|93784",
                "written|0 days 00:01:40.250000|100.25",
                "written|1-02:03:04|93784",
                "written|PT1H5M0.5S|3900.5",
                "written|1d 1s|86401",
                "min:s|1:40|100",
                "min:s|100:05.5|6005.5",
                "min:s|1:01:40|3700",
                "h:min|1:40|6000",
                "h:min|1:40:01|6001",
                "ms|1500|1.5"
            })
    void aTimeIsReadAsItIsWritten(String unit, String text, double seconds) {
        OwnTable table = OwnTable.ofOneRun(folder, "{column: a, unit: " + unit + "}", "{column: size}", text + ";;1");
        assertThat(table.runtimes("job")).containsExactly(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "written|1:40|'1:40' must be a time with its units, as '1h 5m', '90 s', '1:40:00' or 'PT1H5M'; two numbers may be minutes and seconds or hours and minutes: say unit: min:s or unit: h:min",
                "written|90|'90' must be a time with its units",
                "written|5m 1h|must be a time with its units",
                "written|1h 1h|must be a time with its units",
                "written|1mo|must be a time with its units",
                "written|5 m,|must be a time with its units",
                "written|-1h|must be a time with its units",
                "written|PT|must be a time with its units",
                "written|PT-5S|must be a time with its units",
                "written|0s|must be a time with its units",
                "written|1:61:00|must be a time with its units",
                "min:s|1:75|'1:75' must be a time as 1:40 or 1:01:40",
                "min:s|100|'100' must be a time as 1:40",
                "h:min|1:40.5|must be a time as 1:40 or 1:40:00",
                "s|1:40|must be a number above 0",
                "s|90 s|must be a number above 0, without a unit or suffix"
            })
    void aTimeThatMayMeanTwoIsRefused(String unit, String text, String message) {
        OwnTable table = OwnTable.ofOneRun(folder, "{column: a, unit: " + unit + "}", "{column: size}", text + ";;1");
        assertThat(table.refusal("job")).contains("runs.csv:2: column 'a': ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|2026-01-31T10:00:00|2026-01-31 10:01:40.5|100.5",
                "''|2026-01-31T23:59:00Z|2026-02-01T01:00:30+01:00|90",
                "''|2026-10-25T01:30:00[Europe/Berlin]|2026-10-25T03:30:00[Europe/Berlin]|10800",
                "', epoch: s'|1769850000|1769850090.25|90.25",
                "', epoch: ms'|1769850000000|1769850090250|90.25",
                "', epoch: us'|1769850000000000|1769850000250000|0.25",
                "', pattern: dd.MM.yyyy HH:mm'|31.01.2026 23:59|01.02.2026 00:01|120",
                "', pattern: \"d MMM yyyy, h:mm:ss.SSS a\"'|31 Jan 2026, 11:59:59.500 PM|1 feb 2026, 12:00:01.750 am|2.25",
                "', pattern: \"dd/MMM/yyyy:HH:mm:ss Z\"'|31/Jan/2026:10:00:00 +0100|31/Jan/2026:10:00:00 +0000|3600"
            })
    void theRuntimeIsTheTimeBetweenBeginAndEnd(String epoch, String start, String end, double seconds) {
        OwnTable table = OwnTable.ofOneRun(
                folder, "{start: a, end: b" + epoch + "}", "{column: size}", start + ";" + end + ";1");
        assertThat(table.runtimes("job")).containsExactly(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "|2026-01-31T10:00:00|2026-01-31T10:00:00|column 'b': '2026-01-31T10:00:00' must be later than the start",
                "|2026-01-31T10:00:00Z|2026-01-31T10:01:00|must be written with a zone or without one, as the start 2026-01-31T10:00:00Z is",
                "|2026-01-31|2026-02-01|column 'a': '2026-01-31' must be a date with a time as 2026-01-31T23:59:59",
                "|2026-10-25T02:30:00[Europe/Berlin]|2026-10-25T03:30:00[Europe/Berlin]|column 'a': '2026-10-25T02:30:00[Europe/Berlin]' must be a date with a time",
                "|2026-01-31T10:00:00||column 'b': '' must be a date with a time",
                "|31.01.2026 10:00|31.01.2026 10:01|of a day that exists; dates that are written in another way need a pattern in dataset.yml, as dd.MM.yyyy",
                "|1769850000|1769850090|of a day that exists; where dataset.yml says epoch: s, ms or us, it is counted from 1970",
                ", pattern: dd.MM.yyyy HH:mm|29.02.2026 10:00|1.3.2026 10:00|column 'a': '29.02.2026 10:00' must be a date with a time as 24.10.2031 17:48 (dd.MM.yyyy HH:mm), of a day that exists",
                ", pattern: dd.MM.yyyy|31.01.2026|01.02.2026|column 'a': '31.01.2026' must be a date with a time",
                ", pattern: dd.mm.yyyy|a|b|runtime.pattern: 'dd.mm.yyyy' must be a pattern that tells day, month and year, as dd.MM.yyyy",
                ", pattern: \"{{\"|a|b|runtime.pattern: '{{' must be a pattern",
                ", pattern: dd.MM.yyyy, epoch: s|1|2|runtime: must have either epoch or pattern",
                ", epoch: ms|1769850000|1769850090|column 'a': '1769850000' must be a time counted in ms from 1970, of a year from 1990 to 2199",
                ", epoch: d|1|2|runtime.epoch: 'd' must be one of s, ms, us",
                ", column: a|1|2|runtime: must have either column (and unit), or start and end (and epoch, or pattern)",
                ", unit: s|1|2|runtime: must have either column (and unit), or start and end (and epoch, or pattern)"
            })
    void whatIsNoTimeBetweenTwoIsRefused(String more, String start, String end, String message) {
        OwnTable table = OwnTable.ofOneRun(
                folder,
                "{start: a, end: b" + (more == null ? "" : more) + "}",
                "{column: size}",
                start + ";" + (end == null ? "" : end) + ";1");
        assertThat(table.refusal("job")).contains(message);
    }

    @Test
    void theDayMayBeCountedFrom1970() {
        OwnTable table = OwnTable.in(folder)
                .described("""
                algorithms:
                  job:
                    file: runs.csv
                    scale_out: {column: nodes}
                    runtime: {start: start, end: end, epoch: ms}
                    measured_at: {column: end, epoch: ms}
                    properties: {}
                """)
                .with("runs.csv", "nodes,start,end\n2,1769903998000,1769903999999\n2,1769903998000,1769904000000\n");
        assertThat(table.load("job").runs())
                .extracting(Run::measured)
                .map(day -> day.orElseThrow().toString())
                .containsExactly("2026-01-31", "2026-02-01");
    }

    @Test
    void theDayMayBeWrittenByAPattern() {
        OwnTable table = OwnTable.in(folder)
                .described("""
                algorithms:
                  job:
                    file: runs.csv
                    scale_out: {column: nodes}
                    runtime: {column: seconds}
                    measured_at: {column: day, pattern: "'on' M/d/yy"}
                    properties: {}
                """)
                .with("runs.csv", "nodes,seconds,day\n2,1,on 1/31/26\n2,1,on 12/1/25\n2,1,\n");
        assertThat(table.load("job").runs())
                .extracting(run -> run.measured().map(Object::toString).orElse(""))
                .containsExactly("2026-01-31", "2025-12-01", "");
    }

    @Property
    void whatAClockShowsIsTheSumOfItsParts(
            @ForAll @IntRange(max = 200) int hours,
            @ForAll @IntRange(max = 59) int minutes,
            @ForAll @IntRange(max = 59) int seconds) {
        BigDecimal expected = BigDecimal.valueOf(hours * 3600L + minutes * 60L + seconds);
        String clock = String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds);
        String units = hours + "h " + minutes + " min " + seconds + "s";
        for (WrittenTime form : WrittenTime.values()) {
            assertThat(form.seconds(clock).orElseThrow()).isEqualByComparingTo(expected);
        }
        assertThat(WrittenTime.WRITTEN.seconds(units).orElseThrow()).isEqualByComparingTo(expected);
        assertThat(WrittenTime.H_MIN
                        .seconds(clock.substring(0, clock.length() - 3))
                        .orElseThrow())
                .isEqualByComparingTo(expected.subtract(BigDecimal.valueOf(seconds)));
    }
}
