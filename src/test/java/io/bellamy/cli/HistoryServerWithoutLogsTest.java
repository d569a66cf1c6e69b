package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** History servers that do not give logs, but what a real one says of the runs of the logs in the resources. */
class HistoryServerWithoutLogsTest extends HistoryServerCases {

    private static final Path ANSWERS = Path.of("src/test/resources/history-server");
    private static final String USUAL = "app-20261128220500-0005";
    private static final String DYNAMIC = "app-20261128220643-0007";
    private static final String KEEPS = "app-20261128220752-0008";
    private static final String KILLED = "app-20261128221018-0011";

    private static final Pattern PART = Pattern.compile("/api/v1/applications/([^/?]+)(?:/(1))?(?:/(\\w+))?");

    /** What a run made without its log has otherwise than one made with it. */
    private static final Set<String> OTHERWISE = Set.of(
            "job_args", // depends on all runs
            "without_tasks_s",
            "peak_memory_bytes",
            "memory_failures",
            "input_from",
            "remarks",
            "events",
            "log",
            "log_bytes",
            "log_modified");

    /** How a test changes an answer. */
    @FunctionalInterface
    private interface Change {
        String of(String part, String answer);
    }

    /** Refuses logs, and has the other answers; those of the dynamic run are of its first attempt. */
    private Answer server(Map<String, Integer> refusals, Change change) {
        return (exchange, path) -> {
            Matcher part = PART.matcher(path);
            if (!part.matches()) {
                return path.contains("running")
                        ? list()
                        : list(refusals.keySet().stream()
                                .map(id -> application(id, attempt(id), 7))
                                .toArray(String[]::new));
            }
            if ("logs".equals(part.group(3))) {
                return refuse(exchange, refusals.get(part.group(1)));
            }
            return answer(exchange, part, change);
        };
    }

    private static String attempt(String id) {
        return id.equals(DYNAMIC) ? "1" : "";
    }

    private static byte[] answer(HttpExchange exchange, Matcher part, Change change) throws IOException {
        String name = part.group(3) == null ? "application" : part.group(3);
        boolean rightAttempt =
                name.equals("application") || attempt(part.group(1)).equals(part.group(2) == null ? "" : part.group(2));
        Path file = ANSWERS.resolve(part.group(1)).resolve(name + ".json");
        if (!rightAttempt || !Files.exists(file)) {
            return refuse(exchange, 404);
        }
        String text = Files.readString(file);
        String told = part.group(1).equals(DYNAMIC) && name.equals("application")
                ? Replaced.in(text, "{\"startTime\"", "{\"attemptId\":\"1\",\"startTime\"")
                : text;
        return change.of(name, told).getBytes(StandardCharsets.UTF_8);
    }

    private static final Change NONE = (part, answer) -> answer;

    private Map<String, CSVRecord> rows(String dataset) throws IOException {
        try (CSVParser rows = CSVParser.parse(
                folder.resolve("data").resolve(dataset).resolve("runs.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return rows.stream().collect(Collectors.toMap(row -> row.get("application"), row -> row));
        }
    }

    @Test
    void whatTheServerSaysOtherwiseMakesTheSameRunsButForWhatIsMissing() throws IOException {
        Map<String, Integer> refusals = new LinkedHashMap<>();
        refusals.put(USUAL, 403);
        refusals.put(DYNAMIC, 404);
        refusals.put(KEEPS, 403);
        refusals.put(KILLED, 404);
        answers(server, server(refusals, NONE));
        Bellamy imported = run(address(server), "-o", "json");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(Schemas.of("import").validate(new ObjectMapper().readTree(imported.out())))
                .isEmpty();
        assertThat(new ObjectMapper().readTree(imported.out()).get("without_log"))
                .hasSize(4)
                .first()
                .satisfies(
                        run -> assertThat(run.get("reason").asText())
                                .contains("HTTP 403")
                                .contains(
                                        "not known are the sizes of the places that were read, peak memory, which tasks failed for want"));
        Bellamy.run(
                "import",
                "spark",
                ImportCases.LOGS.toString(),
                "--into",
                "logs",
                "--data-dir",
                folder.resolve("data").toString());
        Map<String, CSVRecord> byLogs = rows("logs");
        Map<String, CSVRecord> served = rows("mine");
        assertThat(served).containsOnlyKeys(USUAL, DYNAMIC, KEEPS, KILLED);
        served.forEach((id, row) -> {
            Map<String, String> expected = new TreeMap<>(byLogs.get(id).toMap());
            Map<String, String> found = new TreeMap<>(row.toMap());
            expected.keySet().removeAll(OTHERWISE);
            found.keySet().removeAll(OTHERWISE);
            expected.put("attempt", attempt(id));
            assertThat(found).isEqualTo(expected);
            assertThat(ImportCases.cells(
                            row, "without_tasks_s", "peak_memory_bytes", "memory_failures", "events", "input_from"))
                    .containsExactly("", "", "", "", "largest_stage");
            assertThat(row.get("remarks")).contains("does not give its log");
        });
        assertThat(Files.readAllLines(folder.resolve("data/mine/stages.csv")))
                .anyMatch(line -> line.matches(USUAL + ",,0,0,[^,]*,[\\d.]+,[\\d.]+,6,0,,,8976640,.*"));
    }

    @Test
    void aServerInTroubleIsAskedAgainTheNextTimeAndOneThatRefusesIsNot() throws IOException {
        answers(server, server(Map.of(USUAL, 500, DYNAMIC, 403), NONE));
        assertThat(run(address(server)).out())
                .contains("2 logs, 2 runs without log; runs: 2 new")
                .contains("1 run without log: the history server does not give its log (answers with HTTP 500)");
        String before = Files.readString(folder.resolve("data/mine/runs.csv"));
        asked.clear();
        assertThat(run(address(server)).out()).contains("0 new, 0 changed, 2 as before");
        assertThat(asked)
                .anyMatch(path -> path.contains(USUAL + "/logs"))
                .noneMatch(path -> path.contains(DYNAMIC + "/"));
        assertThat(folder.resolve("data/mine/runs.csv")).hasContent(before);
    }

    /** It keeps no more than some of very many jobs, stages and executors. */
    @Test
    void whatTheServerHasForgottenIsBlankAndNeverNothing() throws IOException {
        answers(server, server(Map.of(USUAL, 403), (part, answer) -> switch (part) {
            case "jobs" -> Replaced.in(answer, "\"jobId\":0", "\"jobId\":1000");
            case "stages" -> Replaced.in(answer, "\"stageId\":0", "\"stageId\":2");
            default -> answer;
        }));
        run(address(server));
        CSVRecord row = rows("mine").get(USUAL);
        assertThat(ImportCases.cells(row, "failed_jobs", "job_time_s", "tasks", "read_bytes", "input_bytes", "slots"))
                .containsExactly("", "", "", "", "", "3");
        assertThat(row.get("jobs")).isEqualTo("1001");
        assertThat(row.get("remarks")).contains("earlier jobs").contains("earlier stages");

        answers(other, server(Map.of(DYNAMIC, 403), (part, answer) -> {
            String gone = IntStream.range(2, 102)
                    .mapToObj(
                            i -> "{\"id\":\"" + i + "\",\"hostPort\":\"10.0.0.1:1\",\"totalCores\":1,"
                                    + "\"addTime\":\"2026-11-28T22:07:00.000GMT\",\"removeTime\":\"2026-11-28T22:07:01.000GMT\"}")
                    .collect(Collectors.joining(","));
            return part.equals("allexecutors") ? "[" + gone + "]" : answer;
        }));
        run(address(other));
        CSVRecord cut = rows("mine").get(DYNAMIC);
        assertThat(ImportCases.cells(cut, "executors", "scale_out", "hosts", "memory_MB"))
                .containsOnly("");
        assertThat(cut.get("left_out")).isEqualTo("the history server does not tell of all its executors");
    }

    @Test
    void aServerThatSaysNothingOfARunOtherwiseLeavesTheOthers() throws IOException {
        answers(server, (exchange, path) -> {
            if (path.contains("/logs")) {
                return path.contains("app-1/") ? log("app-1") : refuse(exchange, 404);
            }
            if (path.contains("completed")) {
                return list(application("app-1", "", 1), application("app-2", "", 2), application("app-3", "", 3));
            }
            return path.contains("app-2") ? "{\"id\":\"app-2\",".getBytes(StandardCharsets.UTF_8) : list();
        });
        Bellamy imported = run(address(server));
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .contains("3 logs, 2 files not read; runs: 1 new")
                .contains("app-2/logs: does not have it (HTTP 404)")
                .contains("and of the run otherwise: does not answer as a history server does: no JSON")
                .contains("and of the run otherwise: does not answer with an object");
        assertThat(List.copyOf(rows("mine").keySet())).containsExactly("app-1");
    }
}
