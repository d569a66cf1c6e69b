package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set that looks quite different from ours, described and not coded: the example of docs/DATASETS.md. */
class OwnDatasetTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleOfTheDocumentationIsRead() throws IOException {
        String document = Files.readString(Path.of("docs/DATASETS.md"));
        int start = document.indexOf("```yaml") + "```yaml".length();
        Path home = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(home.resolve("dataset.yml"), document.substring(start, document.indexOf("```", start)));
        Files.writeString(home.resolve("runs.csv"), """
                \uFEFFjob;nodes;millis;family;size;gb_per_node;cores;input_bytes;tables;skew
                wordcount;2;120000;m4;xlarge;16;4;5000000000;;
                join;4;90500;c4;2xlarge;15.5;8;250000000;3;1

                join;4;30000;c4;2xlarge;15.5;8;250000000;3;1
                join;4;600;c4;2xlarge;15.5;8;250000000;3;1
                """);
        DatasetCatalog catalog = new DatasetCatalog(folder, (name, value) -> Optional.empty());
        assertThat(catalog.algorithms("mine")).containsExactly("wordcount", "join");

        Run count = catalog.load("mine", "wordcount").runs().get(0);
        assertThat(count.scaleOut()).isEqualTo(2);
        assertThat(count.runtime()).isEqualTo(120);
        assertThat(count.properties())
                .containsEntry("machine_type", "m4.xlarge")
                .containsEntry("memory", "32000")
                .containsEntry("slots", "8")
                .containsEntry("data_size_MB", "5000")
                .containsEntry("job_args", "--stem")
                .doesNotContainKeys("environment", "data_characteristics");

        List<Run> joins = catalog.load("mine", "join").runs();
        assertThat(joins).as("the fastest and the slowest are dropped").hasSize(1);
        assertThat(joins.get(0).runtime()).isEqualTo(30);
        assertThat(joins.get(0).properties()).containsEntry("memory", "62000").containsEntry("job_args", "3 1.0");
    }
}
