package io.bellamy.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.config.ConfigurationReader;
import io.bellamy.service.ModelKinds;
import io.bellamy.training.SearchOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Does TPE, as configured by default, find better than random? */
class SearchExperimentTest {

    private static final int SEEDS = 20;

    @Test
    void tpeFindsBetterThanRandomWithTheSameTrials() throws IOException {
        SearchOptions defaults = ConfigurationReader.read(Path.of("config.yml"), ModelKinds.ALL.names())
                .search();
        GridTable table = GridTable.read();
        SearchExperiment experiment =
                new SearchExperiment(table, defaults.trials(), defaults.trials(), defaults.maxConcurrent());
        double random = experiment.regret(new RandomSampler(), SEEDS);
        double tpe = experiment.regret(defaults.sampler(), SEEDS);
        assertThat(tpe)
                .as("how far from the optimum, where random is %s", random)
                .isLessThan(0.9 * random);
    }
}
