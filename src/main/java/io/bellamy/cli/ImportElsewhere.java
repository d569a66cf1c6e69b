package io.bellamy.cli;

import io.bellamy.imports.ImportSummary.UnreadFile;
import io.bellamy.imports.LogPlace;
import io.bellamy.imports.LogReaders;
import io.bellamy.imports.RemoteLogs;
import io.bellamy.imports.RemoteLogs.RemoteFile;
import io.bellamy.imports.SharedReading;
import io.bellamy.imports.TypedRuns;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * {@code import} where others read the logs: it is begun with a list of functions of a cluster and with what follows the word
 * {@code import} on the command line, and gives the exit code. The functions are, in their order,
 *
 * <ol>
 *   <li>{@code Function<String, List<List<String>>>}: looks for the files at a place. Where this machine's own code does that,
 *       it gives one row {@code local,path}; else rows {@code named,address,bytes,modified} for a file that the place itself is,
 *       {@code found,address,bytes,modified} for one below it, {@code problem,address,reason} for what can't be looked at,
 *       {@code missing,reason} where nothing is there;
 *   <li>{@code Function<String, InputStream>}: opens the file at an address;
 *   <li>{@code BiConsumer<List<byte[]>, Consumer<byte[]>>}: has orders done by {@link io.bellamy.imports.OrderedReading}, and
 *       gives each reply as it comes, one at a time;
 *   <li>{@code BiConsumer<List<String>, Consumer<Consumer<List<String>>>>}: writes a table as Parquet. The list has its place and its
 *       schema, in the words of Spark's SQL; what gives the rows is handed what takes them, many lines of
 *       comma-separated values at a time.
 * </ol>
 */
public final class ImportElsewhere implements BiFunction<List<Object>, List<String>, Integer> {

    private static final String IMPORT = "import";

    /** As this command is called on one machine. */
    private static final String SAME = "spark";

    public ImportElsewhere() {
        Embedding.prepare();
    }

    @Override
    @SuppressWarnings("unchecked") // as the list is said to be
    public Integer apply(List<Object> cluster, List<String> arguments) {
        ClusterSite site = new ClusterSite(
                (Function<String, List<List<String>>>) cluster.get(0),
                (Function<String, InputStream>) cluster.get(1),
                (BiConsumer<List<byte[]>, Consumer<byte[]>>) cluster.get(2),
                (BiConsumer<List<String>, Consumer<Consumer<List<String>>>>) cluster.get(3),
                new ParquetOption());
        List<String> own = !arguments.isEmpty() && arguments.get(0).equals(SAME)
                ? arguments.subList(1, arguments.size())
                : arguments;
        return Main.run(
                program -> importAt(site, program),
                Stream.concat(Stream.of(IMPORT, SAME), own.stream()).toArray(String[]::new));
    }

    private static void importAt(ClusterSite site, CommandLine program) {
        CommandLine spark =
                program.getSubcommands().get(IMPORT).getSubcommands().get(SAME);
        ImportSparkCommand command = spark.getCommand();
        command.importAt(site);
        spark.addMixin("parquet", site.parquet());
    }

    /** What there is besides where Spark is. */
    private static final class ParquetOption {

        @Option(
                names = "--parquet",
                paramLabel = "FOLDER",
                description =
                        "where all runs of the data set are written as Parquet besides, on any file system that the"
                                + " executors can write; what was written there before is replaced")
        private Optional<String> folder = Optional.empty();
    }

    /** A cluster, with the file systems that it knows. */
    private record ClusterSite(
            Function<String, List<List<String>>> search,
            Function<String, InputStream> system,
            BiConsumer<List<byte[]>, Consumer<byte[]>> workers,
            BiConsumer<List<String>, Consumer<Consumer<List<String>>>> writer,
            ParquetOption parquet)
            implements ImportSite {

        @Override
        public List<LogPlace> files(List<String> places, Problems problems) {
            List<String> local = new ArrayList<>();
            List<RemoteFile> files = new ArrayList<>();
            List<UnreadFile> unread = new ArrayList<>();
            for (String place : places) {
                for (List<String> row : search.apply(place)) {
                    switch (row.get(0)) {
                        case "local" -> local.add(row.get(1));
                        case "missing" -> problems.add(Quoted.line(place) + ": " + Quoted.line(row.get(1)));
                        case "problem" -> unread.add(new UnreadFile(Quoted.line(row.get(1)), Quoted.line(row.get(2))));
                        default -> files.add(file(row));
                    }
                }
            }
            return List.of(ImportSite.local(local, problems), new RemoteLogs(files, unread, system));
        }

        private static RemoteFile file(List<String> row) {
            return new RemoteFile(
                    row.get(1),
                    Long.parseLong(row.get(2)),
                    Long.parseLong(row.get(3)),
                    row.get(0).equals("named"));
        }

        @Override
        public LogReaders readers() {
            return new SharedReading(workers);
        }

        @Override
        public void imported(Path folder) {
            parquet.folder.ifPresent(
                    place -> writer.accept(List.of(place, TypedRuns.schema()), new TypedRuns(folder)::each));
        }
    }
}
