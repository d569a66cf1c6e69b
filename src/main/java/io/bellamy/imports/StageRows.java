package io.bellamy.imports;

import io.bellamy.eventlog.SparkRun;
import io.bellamy.eventlog.StageFacts;
import io.bellamy.imports.RunRow.RunKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** stages.csv, with the stages of each run that took longest: they tell why it scales as it does. */
final class StageRows {

    static final String NAME = "stages.csv";

    private static final List<String> HEADER = List.of(
            "application",
            "attempt",
            "stage",
            "stage_attempt",
            "stage_name",
            "submitted_s",
            "duration_s",
            "tasks",
            "failed_tasks",
            "longest_task_s",
            "median_task_s",
            "read_bytes",
            "shuffle_read_bytes",
            "shuffle_written_bytes",
            "spilled_bytes");

    private StageRows() {}

    static TableFile table(Path folder) {
        return new TableFile(folder.resolve(NAME), HEADER);
    }

    static List<List<String>> of(RunRow row, SparkRun run) {
        OptionalLong start = run.times().start().isPresent()
                ? run.times().start()
                : run.times().firstJob();
        return run.stages().stream().map(stage -> cells(row, stage, start)).toList();
    }

    private static List<String> cells(RunRow row, StageFacts stage, OptionalLong start) {
        return List.of(
                row.text(RunColumn.APPLICATION),
                row.text(RunColumn.ATTEMPT),
                Long.toString(stage.id()),
                Long.toString(stage.attempt()),
                CellText.text(stage.name()),
                CellText.seconds(start, stage.submitted()),
                seconds(stage.duration()),
                Long.toString(stage.tasks()),
                Long.toString(stage.failedTasks()),
                seconds(stage.longestTask()),
                seconds(stage.medianTask()),
                Long.toString(stage.work().read()),
                Long.toString(stage.work().shuffleRead()),
                Long.toString(stage.work().shuffleWritten()),
                Long.toString(stage.work().spilled()));
    }

    private static String seconds(OptionalLong millis) {
        return millis.isPresent() ? CellText.seconds(millis.getAsLong()) : "";
    }

    /** Puts the stages of runs in the place of what is there of these. */
    static void write(Path folder, Map<RunKey, List<List<String>>> changed) {
        TableFile table = table(folder);
        table.write(taker -> {
            table.read(cells -> {
                if (!changed.containsKey(new RunKey(cells.get(0), cells.get(1)))) {
                    taker.accept(cells);
                }
            });
            changed.values().forEach(stages -> stages.forEach(taker));
        });
    }
}
