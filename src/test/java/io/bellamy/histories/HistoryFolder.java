package io.bellamy.histories;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.histories.History.Question;
import io.bellamy.histories.History.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A history as files: {@code before/NAME} and {@code now/NAME} are data sets, {@code requests.jsonl} has the questions and
 * {@code truth.csv} the answers.
 */
final class HistoryFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HistoryFolder() {}

    static void write(History history, Path folder) throws IOException {
        List<Run> now = Stream.concat(history.before().stream(), history.since().stream())
                .toList();
        writeRuns(history.name(), history.before(), folder.resolve("before"));
        writeRuns(history.name(), now, folder.resolve("now"));
        List<String> requests = new ArrayList<>();
        List<String> truth = new ArrayList<>(List.of(Truth.HEADER));
        for (Question question : history.questions()) {
            for (int i = 0; i < question.scaleOuts().size(); i++) {
                truth.add(new Truth(
                                requests.size(),
                                question.group(),
                                question.scaleOuts().get(i),
                                question.seconds().get(i),
                                history.noise().times(question.job().scatter()))
                        .row());
            }
            requests.add(JSON.writeValueAsString(request(history.name(), question)));
        }
        Files.write(folder.resolve("requests.jsonl"), requests);
        Files.write(folder.resolve("truth.csv"), truth);
    }

    private static void writeRuns(String name, List<Run> runs, Path dataFolder) throws IOException {
        Path home = Files.createDirectories(dataFolder.resolve(name));
        String teams = runs.stream()
                .map(run -> run.job().team())
                .distinct()
                .map(team -> "  " + team + ":\n    rows: {column: team, equals: " + team + "}\n")
                .collect(Collectors.joining());
        Files.writeString(home.resolve("dataset.yml"), """
                title: Made up, of nobody
                defaults:
                  file: runs.csv
                  scale_out: {column: machines}
                  runtime: {column: seconds}
                  measured_at: {column: date}
                  properties:
                    job_args: {column: job}
                    machine_type: {column: machine}
                    data_size_MB: {column: megabytes}
                    slots: {column: cores, per: node}
                    memory: {column: memory, unit: MB, per: node}
                algorithms:
                """ + teams);
        Files.write(
                home.resolve("runs.csv"),
                Stream.concat(
                                Stream.of("date,team,job,machine,cores,memory,machines,megabytes,seconds"),
                                runs.stream().map(HistoryFolder::row))
                        .toList());
    }

    private static String row(Run run) {
        Machine machine = run.machine();
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%d,%d,%d,%d,%.2f",
                run.day(),
                run.job().team(),
                run.job().name(),
                machine.type(),
                machine.cores(),
                machine.megabytes(),
                run.machines(),
                run.megabytes(),
                run.seconds());
    }

    private static Map<String, Object> request(String name, Question question) {
        Machine machine = question.machine();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("training_target", name);
        request.put("algorithm", question.job().team());
        request.put("min_scale_out", Collections.min(question.scaleOuts()));
        request.put("max_scale_out", Collections.max(question.scaleOuts()));
        Map<String, Object> essential = new LinkedHashMap<>();
        essential.put("job_args", question.job().name());
        essential.put("machine_type", machine.type());
        essential.put("data_size_MB", question.megabytes());
        request.put("essential_properties", essential);
        Map<String, Object> amounts = new LinkedHashMap<>();
        amounts.put("slots", machine.cores());
        amounts.put("memory", machine.megabytes());
        request.put("optional_properties_per_node", amounts);
        return request;
    }
}
