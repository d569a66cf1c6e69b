package io.bellamy.imports;

import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * import.yml: what the user says of an import. It is written with comments alone, where it is not there.
 *
 * @param path of the file
 */
record RulesFile(Path path) {

    static final String NAME = "import.yml";

    private static final String NEW = """
            # How bellamy import makes runs of logs. All of it may be left out; docs/IMPORT.md has examples.

            # What is the scale-out: executors, hosts or cores.
            scale_out: executors

            # From where to where a run lasts: end_to_end or job_time (from its first job to the end of its last one). Where
            # this is left out: end_to_end, and job_time for shells, shared clusters and logs without an end.
            # runtime: end_to_end

            # Which runs are one job; the first rule that fits counts. Patterns are regular expressions, for the whole text.
            # jobs:
            #   - {property: spark.acme.job}                             # its value is the job
            #   - {app_name: 'etl-(\\w+)-.*', name: 'etl $1'}
            #   - {program: com.acme.Main, argument: --table}            # another job for each value of --table

            # Which arguments tell runs of a job apart, by the names of options or places from 1, where it is not as shown by
            # --dry-run; and whose values must not be stored, beside those that look like secrets.
            # arguments: {count: [--tables], ignore: [2], secret: [--dsn]}

            # Which machine type runs had, where logs do not say it; the first that fits counts.
            # machine_types:
            #   - {property: EMR_CLUSTER_ID, matches: 'j-1A.*', type: m5.xlarge}
            #   - {host: '.*\\.eu-west-1\\.compute\\.internal', type: c5.2xlarge}
            """;

    static RulesFile in(Path folder) {
        return new RulesFile(folder.resolve(NAME));
    }

    boolean exists() throws IOException {
        return file().exists();
    }

    private InputFile file() {
        return InputFile.inside(path.getParent(), path);
    }

    /** As they are, or as they are before the user writes any. */
    RuleText rules() throws IOException {
        return new RuleText(Quoted.line(path.toString()), exists() ? YamlFile.text(file()) : NEW);
    }

    void writeWhereMissing() throws IOException {
        if (!exists()) {
            try {
                OutputFile.replace(path, NEW.getBytes(StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException("can't write " + Quoted.line(path.toString()), failure);
            }
        }
    }
}
