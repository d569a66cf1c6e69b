package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.config.ConfigurationReader;
import io.bellamy.job.JobName;
import io.bellamy.prediction.Predictor;
import io.bellamy.service.LiveJob;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.ModelKinds;
import io.bellamy.service.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs without a model of their own, which the model of all algorithms answers about, in a service that goes on for long. */
class LiveJobsTest extends OwnFolderCases {

    private static final int MOST_OTHERS = 32;
    private static final JobName NOVEL = new JobName("own", "novel");

    private LiveJobs jobs;

    @BeforeEach
    void pretrain() {
        assertThat(own.pretrain("-a", "all", "--quiet").exitCode()).isZero();
        jobs = new LiveJobs(
                Workspace.of(
                        ConfigurationReader.read(folder.resolve("config.yml"), ModelKinds.ALL.names()),
                        new Workspace.Overrides(
                                Optional.of(folder.resolve("data")), Optional.of(own.models()), Optional.empty()),
                        // so that no file was changed a moment ago
                        Clock.offset(Clock.systemUTC(), Duration.ofHours(1))),
                new LiveJobs.LiveScope(Optional.empty(), Optional.empty()));
        jobs.refresh();
    }

    private Predictor answering(JobName name) {
        return jobs.view().of(name);
    }

    @Test
    void theyAreKeptUntilTheirFilesChange() {
        Predictor first = answering(NOVEL);
        jobs.refresh();
        assertThat(answering(NOVEL)).isSameAs(first);
        assertThat(jobs.all()).extracting(LiveJob::name).contains(NOVEL);
        own.addRun("8,31.5,large,9000");
        jobs.refresh();
        assertThat(jobs.all()).extracting(LiveJob::name).doesNotContain(NOVEL);
        assertThat(answering(NOVEL)).isNotSameAs(first);
    }

    @Test
    void thoseThatManyAskAboutAreNotAllKept() {
        int before = jobs.all().size();
        for (int i = 0; i < MOST_OTHERS + 5; i++) {
            answering(new JobName("own", "novel-" + i));
        }
        assertThat(jobs.all()).hasSize(before + MOST_OTHERS);
        jobs.refresh();
        assertThat(jobs.all()).hasSize(before + MOST_OTHERS);
    }
}
