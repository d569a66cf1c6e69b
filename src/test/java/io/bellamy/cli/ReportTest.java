package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.report.CsvCell;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jobs could save, through the real command line. */
class ReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);

    @TempDir
    private Path folder;

    private NightlyJobs jobs;
    private Path prices;

    @BeforeEach
    void prepare() throws IOException {
        jobs = new NightlyJobs(folder);
        prices = Files.writeString(
                folder.resolve("prices.yml"), "{currency: EUR, per_hour: {large: 3.6, small: 0.36}}\n");
    }

    /** So many machines help that a job has, and no more. */
    private void saturated(String name, String arguments, int enough, int nights) {
        jobs.job(name, arguments, FIRST, nights, 0, night -> new NightlyJobs.Night(
                        0, Math.min(night.nodes(), enough), night.size())
                .shared(30, 0.9));
    }

    @Test
    void namesTheCheapestThatKeepsTheUsualTimeAndWhatItSaves() throws IOException {
        saturated("orders", "", 4, 45);
        saturated("users", "", 99, 40);
        jobs.run("new", FIRST.toString(), 8, 100, "large", 1000, "").write();
        pretrain("orders", "users");
        JsonNode report = report();
        // the median run by its time, of the last ten
        List<CSVRecord> rows = runs("orders");
        CSVRecord usual = rows.subList(rows.size() - 10, rows.size()).stream()
                .sorted((one, other) -> Double.compare(seconds(one), seconds(other)))
                .toList()
                .get(4);
        JsonNode orders = job(report, "orders");
        assertThat(orders.at("/usual/scale_out").asText()).isEqualTo(usual.get("nodes"));
        double time =
                Math.max(seconds(usual), orders.at("/usual/predicted_seconds").asDouble());
        assertThat(orders.get("usual_seconds").asDouble()).isEqualTo(time);
        assertThat(orders.get("runs_a_month").asInt()).isEqualTo(30);
        int machines = orders.at("/cheapest/scale_out").asInt();
        assertThat(machines).isLessThan(orders.at("/usual/scale_out").asInt());
        assertThat(orders.at("/cheapest/predicted_seconds").asDouble()).isLessThanOrEqualTo(time);
        double saved = cost(orders.get("usual")) - cost(orders.get("cheapest"));
        assertThat(orders.get("saving_a_run").asDouble()).isPositive().isCloseTo(saved, within(1e-9));
        assertThat(orders.get("saving_a_month").asDouble()).isCloseTo(30 * saved, within(1e-9));
        assertThat(orders.at("/saving_a_run_interval/least").asDouble())
                .isCloseTo(
                        cost(orders.get("usual"))
                                - Math.ceil(orders.at("/cheapest/upper_seconds").asDouble()) * machines / 1000,
                        within(1e-9));
        assertThat(orders.get("chance_to_save").asDouble()).isGreaterThan(0.9);
        assertThat(orders.get("chance_to_keep_time").asDouble()).isBetween(0.5, 1.0);
        // it is the cheapest of those that predict names
        Bellamy predicted = jobs.bellamy(
                "predict",
                "-a",
                "orders",
                "--property",
                "data_size_MB=" + usual.get("size"),
                "--max-runtime",
                Double.toString(time),
                "--prices",
                prices.toString(),
                "-o",
                "json");
        assertThat(JSON.readTree(predicted.out())
                        .at("/recommendation/scale_out")
                        .asInt())
                .as(predicted.err())
                .isEqualTo(machines);

        JsonNode users = job(report, "users");
        assertThat(users.at("/cheapest/scale_out").asInt())
                .isGreaterThanOrEqualTo(users.at("/usual/scale_out").asInt());
        assertThat(report.get("jobs").get(0)).as("what saves most comes first").isEqualTo(orders);
        assertThat(report.get("saving_a_month").asDouble())
                .isCloseTo(
                        orders.get("saving_a_month").asDouble()
                                + users.get("saving_a_month").asDouble(),
                        within(1e-9));
        assertThat(report.at("/not_told/0/name").asText()).isEqualTo("new");
        assertThat(report.at("/not_told/0/reason").asText()).startsWith("there is no model of mine new in ");
        String text = jobs.bellamy("report", "--prices", prices.toString()).out();
        assertThat(text)
                .startsWith(String.format(
                        Locale.ROOT,
                        "mine: %.2f EUR a month can be saved, on ",
                        report.get("saving_a_month").asDouble()))
                .containsPattern("orders +" + usual.get("nodes") + " x large +" + machines + " x large +30 ")
                .contains("not told: new: there is no model of mine new");
    }

    private double cost(JsonNode cluster) {
        double cost = Math.ceil(cluster.get("predicted_seconds").asDouble())
                * cluster.get("scale_out").asInt()
                / 1000;
        assertThat(cluster.get("cost").asDouble()).isCloseTo(cost, within(1e-9));
        return cost;
    }

    @Test
    void deadlinesCountAndWhatIsMissingIsTold() throws IOException {
        saturated("orders", "", 99, 40);
        jobs.write();
        pretrain("orders");
        JsonNode free = job(report(), "orders");
        double usual = free.at("/usual/predicted_seconds").asDouble();
        JsonNode sooner = job(report("--max-runtime", Double.toString(0.8 * usual)), "orders");
        assertThat(sooner.at("/deadline/met").asBoolean()).isTrue();
        assertThat(sooner.at("/cheapest/predicted_seconds").asDouble()).isLessThanOrEqualTo(0.8 * usual);
        assertThat(sooner.at("/cheapest/scale_out").asInt())
                .isGreaterThan(free.at("/usual/scale_out").asInt());
        JsonNode surer = job(report("--max-runtime", Double.toString(0.8 * usual), "--confidence", "0.999"), "orders");
        assertThat(surer.at("/cheapest/scale_out").asInt())
                .isGreaterThan(sooner.at("/cheapest/scale_out").asInt());
        Bellamy never = jobs.bellamy("report", "--prices", prices.toString(), "--max-runtime", "1");
        assertThat(never.exitCode()).isZero();
        assertThat(never.out()).contains("orders: no cluster meets its deadline of 1 s; the fastest is named");

        // without prices hours count, without days no month
        jobs.describe("");
        JsonNode hours = valid(jobs.bellamy("report", "-o", "json"));
        assertThat(hours.get("currency").asText()).isEqualTo("machine-h");
        assertThat(job(hours, "orders").has("saving_a_month")).isFalse();
        assertThat(hours.has("saving_a_month")).isFalse();
        assertThat(hours.get("totals")).isEmpty();
        assertThat(jobs.bellamy("report").out())
                .contains("the data do not tell when its runs were, so nobody knows how many a month has");
        Path others = Files.writeString(folder.resolve("others.yml"), "per_hour: {tiny: 1}\n");
        Bellamy unpriced = jobs.bellamy("report", "--prices", others.toString());
        assertThat(unpriced.exitCode()).isEqualTo(3);
        assertThat(unpriced.out())
                .contains("not told: orders: there is no price for the machine type 'large' that it usually runs on");
    }

    @Test
    void anotherMachineTypeMayBeCheaperAndNamesAreObeyedByNobody() throws IOException {
        String hostile = "=cmd|' /C calc'!A0 </table><script>alert(1)</script> \u202e\u001b[2J";
        saturated("etl", hostile, 4, 40);
        saturated("etl", "--daily", 4, 40);
        for (int i = 0; i < 20; i++) {
            jobs.run("etl", FIRST.plusDays(i).toString(), 4 + 4 * (i % 3), 500, "small", 3000 + 10 * i, "--daily");
            jobs.run("etl", FIRST.plusDays(i).toString(), 4 + 4 * (i % 3), 690, "dear", 3000 + 10 * i, hostile);
        }
        jobs.run("=1+1", FIRST.toString(), 4, 5, "large", 3, "").write();
        pretrain("etl");
        Path page = folder.resolve("report.html");
        Bellamy reported =
                jobs.bellamy("report", "--prices", prices.toString(), "--html", page.toString(), "-o", "csv");
        assertThat(reported.exitCode()).as(reported.err()).isZero();
        assertThat(reported.out()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\r\\n]]");
        Map<String, CSVRecord> rows = new TreeMap<>();
        for (CSVRecord row : csv(reported.out())) {
            assertThat(row.stream()).allMatch(cell -> cell.matches("(?s)|[^=+@-].*|-?[0-9.]+(E-?[0-9]+)?"));
            rows.put(CsvCell.original(row.get("job")), row);
        }
        assertThat(rows).containsKeys("etl (" + hostile + ")", "etl (--daily)");
        assertThat(rows.get("etl (--daily)").get("machine_type"))
                .as("a tenth of the price, and faster")
                .isEqualTo("small");
        assertThat(Double.parseDouble(rows.get("etl (--daily)").get("saving_a_month")))
                .isPositive();
        assertThat(rows.values().stream().filter(row -> !row.get("reason").isEmpty()))
                .isNotEmpty();
        assertThat(Files.readString(page))
                .contains("&lt;/table&gt;&lt;script&gt;", "<rect class=\"now\"")
                .doesNotContainPattern("<script|[\\p{Cc}\\p{Cf}&&[^\\r\\n]]");
    }

    private void pretrain(String... algorithms) {
        for (String algorithm : algorithms) {
            Bellamy trained = jobs.bellamy("pretrain", "-a", algorithm);
            assertThat(trained.exitCode()).as(trained.err()).isZero();
        }
    }

    private JsonNode report(String... more) throws IOException {
        return valid(jobs.bellamy(
                "report",
                Stream.concat(Stream.of("-o", "json", "--prices", prices.toString()), Stream.of(more))
                        .toArray(String[]::new)));
    }

    private static JsonNode valid(Bellamy reported) throws IOException {
        assertThat(reported.exitCode()).as(reported.err()).isZero();
        JsonNode document = JSON.readTree(reported.out());
        assertThat(Schemas.of("report").validate(document)).isEmpty();
        return document;
    }

    private static JsonNode job(JsonNode report, String name) {
        for (JsonNode job : report.get("jobs")) {
            if (job.get("name").asText().equals(name)) {
                return job;
            }
        }
        throw new AssertionError("no job " + name + " in " + report);
    }

    private List<CSVRecord> runs(String job) throws IOException {
        return csv(Files.readString(folder.resolve("data/mine/runs.csv"))).stream()
                .filter(row -> row.get("job").equals(job))
                .toList();
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static double seconds(CSVRecord run) {
        return Double.parseDouble(run.get("seconds"));
    }
}
