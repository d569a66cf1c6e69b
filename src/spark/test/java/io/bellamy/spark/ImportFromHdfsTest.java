package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;

/** Logs on a real HDFS, and the Parquet that Spark writes there. */
class ImportFromHdfsTest extends ImportOnSparkCases {

    @Test
    void logsOnHdfsGiveTheSameRunsUnderTheirAddresses() throws IOException {
        addBadOnes();
        Path zip = Files.move(logs.resolve("served.zip"), work.resolve("served.zip"));
        OneMachine alone = alone();
        assertThat(alone.exitCode()).as(alone.log()).isZero();
        Configuration configuration = new Configuration();
        configuration.set("hdfs.minidfs.basedir", work.resolve("hdfs").toString());
        try (Cluster cluster = new Cluster(1, 1, 700);
                MiniDFSCluster hdfs = new MiniDFSCluster.Builder(configuration).build()) {
            URI address = hdfs.getURI();
            FileSystem system = FileSystem.get(address, configuration);
            copy(system);
            system.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(zip.toUri()), new org.apache.hadoop.fs.Path("/logs/served.zip"));
            LoggedProcess first = shared(cluster, address + "/logs", memory("512m"), "--parquet", address + "/runs");
            assertThat(first.exitCode()).as(first.output() + first.log()).isZero();
            predictFromParquet(cluster, system, address);
            String there = address + "/logs/";
            assertThat(first.output())
                    .contains(
                            there
                                    + "served.zip: is an archive, and none of those that are looked into here: unpack it first");
            Map<String, String> files = files("shared");
            files.replaceAll((name, text) -> text.replace(there, logs + "/"));
            assertThat(files).isEqualTo(files("alone"));
            assertThat(files("shared").get("runs.csv")).contains(there + LOG);
            LoggedProcess missing = shared(cluster, address + "/missing", memory("512m"));
            assertThat(missing.exitCode()).isEqualTo(2);
            assertThat(missing.log()).contains(address + "/missing: there is no such file");
        }
    }

    /** Of the runs that Spark wrote as Parquet come the same models and answers as of those of the data set itself. */
    private void predictFromParquet(Cluster cluster, FileSystem system, URI address) throws IOException {
        LoggedProcess again =
                shared(cluster, address + "/logs", memory("512m"), "--parquet", address + "/runs", "--quiet");
        assertThat(again.exitCode()).as(again.log()).isZero();
        Path fleet = Files.createDirectory(work.resolve("shared/fleet"));
        org.apache.hadoop.fs.Path runs = new org.apache.hadoop.fs.Path("/runs");
        system.copyToLocalFile(
                false, runs, new org.apache.hadoop.fs.Path(fleet.resolve("runs").toUri()), true);
        String described = Files.readString(work.resolve("shared/mine/dataset.yml"));
        Files.writeString(fleet.resolve("dataset.yml"), described.replace("file: runs.csv", "file: runs/"));
        assertThat(answer("fleet")).isEqualTo(answer("mine")).contains("recommended: ");
        LoggedProcess refused = shared(cluster, address + "/logs", memory("512m"), "--parquet", address + "/logs");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.log()).contains("can't write " + address + "/logs: there is something else in it");
    }

    private String answer(String dataSet) throws IOException {
        List<String> places = List.of(
                "-tt",
                dataSet,
                "-a",
                "nightly-wordcount",
                "--data-dir",
                work.resolve("shared").toString(),
                "--models-dir",
                work.resolve("models").toString(),
                "--config",
                Cluster.HOME.resolve("config.yml").toString());
        OneMachine trained = OneMachine.run(
                work,
                Stream.concat(Stream.of("pretrain", "--trials", "1", "--epochs", "2"), places.stream())
                        .toList());
        assertThat(trained.exitCode()).as(trained.log()).isZero();
        Path request = work.resolve("request.yml");
        Files.writeString(
                request,
                "{min_scale_out: 1, max_scale_out: 4, essential_properties: {job_args: wordcount 6, data_size_MB: 3.429}}");
        OneMachine answer = OneMachine.run(
                work,
                Stream.concat(Stream.of("predict", "-r", request.toString()), places.stream())
                        .toList());
        assertThat(answer.exitCode()).as(answer.log()).isZero();
        // which data set and which model it is, stands on the first line
        return answer.output().substring(answer.output().indexOf('\n'));
    }

    private void copy(FileSystem system) throws IOException {
        try (Stream<Path> all = Files.walk(logs)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                org.apache.hadoop.fs.Path to = new org.apache.hadoop.fs.Path("/logs/" + logs.relativize(file));
                system.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), to);
                system.setTimes(to, TIME, -1);
            }
        }
    }
}
