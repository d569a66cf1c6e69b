package io.bellamy.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone cluster of real Spark on this machine: a master and workers in processes of their own, on free ports. Where tests
 * run as root the workers are another user's, who gets into no folder of the driver's; else they are the same user's.
 */
final class Cluster implements AutoCloseable {

    static final Path HOME = Path.of(System.getProperty("bellamy.home")).toAbsolutePath();

    private static final Path SPARK = Path.of(System.getProperty("spark.jars"));
    private static final Path JAR = HOME.resolve("target/bellamy-spark.jar");

    /** As which the workers run where they can: the system's user nobody. */
    private static final List<String> AS_ANOTHER =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    /** What Spark needs of Java 17. */
    private static final List<String> OPENS = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar")
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();

    private final Path folder;
    private final List<LoggedProcess> workers = new ArrayList<>();
    private final LoggedProcess master;
    private final String address;
    private int submissions;

    /**
     * Starts it.
     *
     * @param workers how many
     * @param cores of each
     * @param megabytes of memory of each
     */
    Cluster(int workers, int cores, int megabytes) {
        try {
            folder = Files.createTempDirectory("cluster-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (!hasAnotherUser()) {
                System.err.println(
                        "not root: the workers run as the user of the tests, who gets into the driver's folders");
            }
            copySpark();
            master = start(
                    List.of(),
                    folder,
                    "master",
                    "master.Master",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    "0",
                    "--webui-port",
                    "0");
            address = master.waitFor(MASTER).group(1);
            for (int worker = 1; worker <= workers; worker++) {
                startWorker("127.0.0." + worker, cores, megabytes);
            }
            for (LoggedProcess worker : this.workers) {
                worker.waitFor(Pattern.compile("Successfully registered with master"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hasAnotherUser() {
        return System.getProperty("user.name").equals("root");
    }

    /** Where others may read it: the build may lie in a folder of its owner's alone. */
    private void copySpark() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("spark/jars"));
        try (Stream<Path> files = Files.list(SPARK)) {
            for (Path file : files.toList()) {
                try {
                    Files.createLink(jars.resolve(file.getFileName()), file);
                } catch (IOException otherDisk) {
                    Files.copy(file, jars.resolve(file.getFileName()));
                }
            }
        }
    }

    private void startWorker(String host, int cores, int megabytes) throws IOException {
        Path own = Files.createDirectory(folder.resolve("worker-" + host));
        List<String> user = hasAnotherUser() ? AS_ANOTHER : List.of();
        if (hasAnotherUser()) {
            Files.setAttribute(own, "unix:uid", 65534);
            Files.setAttribute(own, "unix:gid", 65534);
        }
        workers.add(start(
                user,
                own,
                "worker-" + host,
                "worker.Worker",
                "--host",
                host,
                "--cores",
                String.valueOf(cores),
                "--memory",
                megabytes + "m",
                "--webui-port",
                "0",
                "--work-dir",
                own.toString(),
                address));
    }

    private LoggedProcess start(List<String> user, Path own, String name, String type, String... arguments) {
        List<String> command = new ArrayList<>(user);
        command.addAll(spark("-Xmx512m", "org.apache.spark.deploy." + type));
        command.addAll(List.of(arguments));
        return LoggedProcess.start(command, own, environment(own), folder.resolve(name + ".log"));
    }

    private List<String> spark(String memory, String type) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(OPENS);
        command.addAll(List.of(memory, "-cp", folder.resolve("spark/jars") + "/*", type));
        return command;
    }

    private Map<String, String> environment(Path own) {
        return Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                own.toString(),
                "LC_ALL",
                "C.UTF-8",
                "SPARK_HOME",
                folder.resolve("spark").toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                // what those leave that are killed goes with the folder
                "SPARK_LOCAL_DIRS",
                own.toString(),
                "SPARK_NO_DAEMONIZE",
                "1");
    }

    /**
     * Submits the jar, as {@code spark-submit} does in client mode.
     *
     * @param work the driver's own folder, in which it runs
     * @param options of Spark
     * @param arguments what follows the jar
     */
    LoggedProcess submit(Path work, List<String> options, String... arguments) {
        List<String> command = spark("-Xmx1g", "org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", address, "--conf", "spark.driver.host=127.0.0.1"));
        command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1", "--conf", "spark.ui.enabled=false"));
        command.addAll(options);
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        submissions++;
        return LoggedProcess.start(command, work, environment(work), folder.resolve("driver-" + submissions + ".log"));
    }

    /** The executors that run now. */
    List<ProcessHandle> executors() {
        return workers.stream()
                .flatMap(LoggedProcess::descendants)
                .filter(process -> process.info().commandLine().orElse("").contains(EXECUTOR))
                .toList();
    }

    @Override
    public void close() {
        workers.forEach(LoggedProcess::close);
        master.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
