package io.bellamy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder where the files of docs/HOWTO.md run with the real program beside launchers that keep what they were given. Only the
 * names of data set and job are others.
 */
final class HowtoFolder {

    private static final Path EXAMPLES = Path.of("examples/howto");

    private final Path folder;
    private final OwnFolder own;

    /** What a script said, in both streams. */
    record Said(int exitCode, String text) {}

    private HowtoFolder(Path folder, OwnFolder own) {
        this.folder = folder;
        this.own = own;
    }

    static HowtoFolder in(Path folder) throws IOException {
        HowtoFolder made = new HowtoFolder(folder, OwnFolder.in(folder).withModels());
        made.writeLaunchers();
        return made;
    }

    private void writeLaunchers() throws IOException {
        Files.writeString(folder.resolve("request.yml"), ServedFolder.REQUEST);
        String fixed = String.join(" ", List.of(own.arguments("")).subList(3, own.arguments("").length));
        // what learns has tests of its own; here it must only be spelled as it is
        LauncherCases.script(folder.resolve("bellamy"), """
                #!/bin/sh
                echo "$*" >>%1$s/asked
                case $1 in import | pretrain) exit 0 ;; esac
                exec %2$s -XX:TieredStopAtLevel=1 -cp '%3$s' %4$s "$@" %5$s
                """.formatted(
                        folder,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        fixed));
        for (String launcher : new String[] {"spark-submit", "kubectl", "aws", "databricks"}) {
            LauncherCases.script(folder.resolve("tools").resolve(launcher), """
                    #!/bin/sh
                    echo "$*" >%1$s/launched
                    for word; do
                        file=${word#file://} file=${file#@}
                        [ ! -f "$file" ] || cp "$file" %1$s/given
                    done
                    """.formatted(folder));
        }
    }

    static String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name))
                .replace("-tt mine -a nightly-orders", "-tt own -a wordcount")
                .replace("mine, -a, nightly-orders", "own, -a, wordcount");
    }

    Said run(String name, String limit, String... arguments) throws IOException, InterruptedException {
        Path script = folder.resolve(name);
        LauncherCases.script(script, example(name).replace("--max-runtime 1800", "--max-runtime " + limit));
        return said(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    Said said(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
        builder.environment().put("BELLAMY", folder.resolve("bellamy").toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    String kept(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Else the program would refuse it when it is night. */
    void askedAsItIsSpelled() throws IOException {
        for (String line : kept("asked").lines().toList()) {
            BellamyCommand.commandLine().parseArgs(line.split(" "));
        }
    }

    /** Leaves the program without any. */
    void loseModels() throws IOException {
        Files.move(own.models(), folder.resolve("gone"));
    }
}
