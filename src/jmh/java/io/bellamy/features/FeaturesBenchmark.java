package io.bellamy.features;

import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The features of c3o grep, of its 810 runs and of a hundred times them: fitted, then applied to every run. */
@State(Scope.Benchmark)
public class FeaturesBenchmark {

    @Param({"810", "81000"})
    public int rows;

    private List<Run> runs;

    @Setup(Level.Trial)
    public void load() {
        List<Run> grep = GoldenData.load("c3o", "grep").runs();
        runs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            runs.add(grep.get(row % grep.size()));
        }
    }

    /** The property vectors of the original's network. */
    @Benchmark
    public EncodedRuns vectors() {
        return GoldenData.PIPELINE.fit(runs).encode(runs);
    }

    /** The numeric columns of the ensemble. */
    @Benchmark
    public List<double[]> columns() {
        FittedColumns columns = new NumericColumns(GoldenData.PIPELINE).fit(runs);
        return runs.stream()
                .map(run -> columns.apply(new ColumnValues(run.scaleOut(), run.properties())))
                .toList();
    }
}
