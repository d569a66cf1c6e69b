package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may not be read is told as that, and never taken for something that is not there or is empty. */
class UnreadableFilesTest {

    @TempDir
    private Path folder;

    /**
     * A command that meets a file or folder with no permissions.
     *
     * @param unreadable in the test's folder, in which {@code VERSION} is that of the model
     * @param command with {@code FOLDER} for the test's folder
     */
    private record Case(String unreadable, int exitCode, String told, String command) {}

    private static final List<Case> CASES = List.of(
            new Case("config.yml", 2, "FOLDER/config.yml: permission denied", "pretrain"),
            new Case("request.yml", 2, "FOLDER/request.yml: permission denied", "predict -r FOLDER/request.yml"),
            new Case("requests", 2, "FOLDER/requests: permission denied", "predict -r FOLDER/requests"),
            new Case("requests", 2, "FOLDER/requests/a.yml: permission denied", "predict -r FOLDER/requests/a.yml"),
            new Case(
                    "prices.yml",
                    2,
                    "FOLDER/prices.yml: permission denied",
                    "predict -r FOLDER/request.yml --prices FOLDER/prices.yml"),
            new Case("data", 2, "FOLDER/data/own/dataset.yml: permission denied", "pretrain"),
            new Case("data/own", 2, "FOLDER/data/own/dataset.yml: permission denied", "pretrain"),
            new Case("data/own/dataset.yml", 2, "FOLDER/data/own/dataset.yml: permission denied", "pretrain"),
            new Case("data/own/runs.csv", 2, "FOLDER/data/own/runs.csv: permission denied", "pretrain"),
            new Case("models", 1, "FOLDER/models/own: permission denied", "predict -r FOLDER/request.yml"),
            new Case("models", 1, "FOLDER/models/own: permission denied", "pretrain"),
            new Case(
                    "models/own", 1, "FOLDER/models/own/wordcount: permission denied", "predict -r FOLDER/request.yml"),
            new Case(
                    "models/own/wordcount",
                    1,
                    "can't list the models in FOLDER/models/own/wordcount: permission denied",
                    "predict -r FOLDER/request.yml"),
            new Case("models/own/wordcount", 1, "FOLDER/models/own/wordcount: permission denied", "models list"),
            new Case(
                    "VERSION", 1, "VERSION/manifest.json: permission denied", "predict --strict -r FOLDER/request.yml"),
            new Case(
                    "VERSION/ensemble.json",
                    1,
                    "VERSION/ensemble.json: permission denied",
                    "predict --strict -r FOLDER/request.yml"),
            new Case(
                    "models/own/wordcount/latest",
                    1,
                    "FOLDER/models/own/wordcount/latest: permission denied",
                    "predict --strict -r FOLDER/request.yml"),
            new Case("out", 2, "--out: 'FOLDER/out' can't be read: permission denied", "evaluate --out FOLDER/out"));

    @Test
    @Timeout(300)
    void permissionDeniedIsTold() throws Exception {
        assumeTrue(FaultTest.holds(FaultTest.NO_PRIVILEGES), "permissions hold for root only with setpriv");
        List<Path> folders = new ArrayList<>();
        List<BellamyProcess> processes = new ArrayList<>();
        try {
            for (Case tried : CASES) {
                Path own = Files.createDirectory(folder.resolve("own" + folders.size()));
                folders.add(own);
                processes.add(start(own, tried));
            }
            for (int i = 0; i < CASES.size(); i++) {
                Case tried = CASES.get(i);
                BellamyProcess process = processes.get(i);
                int exitCode = process.exitCode();
                assertThat(process.err())
                        .as(tried.toString())
                        .contains("bellamy: ", placed(tried.told(), folders.get(i)))
                        .doesNotContain("no such", "there is no model", "internal failure", "Exception");
                assertThat(exitCode).as(tried + process.err()).isEqualTo(tried.exitCode());
            }
        } finally {
            processes.forEach(BellamyProcess::close);
            for (int i = 0; i < folders.size(); i++) {
                permit(unreadable(folders.get(i), CASES.get(i)), "rwx------");
            }
        }
    }

    private static BellamyProcess start(Path folder, Case tried) throws IOException {
        OwnFolder own = OwnFolder.in(folder).withModels();
        Files.copy(OwnFolder.STORED.resolve("request.yml"), folder.resolve("request.yml"));
        Files.copy(
                folder.resolve("request.yml"),
                Files.createDirectory(folder.resolve("requests")).resolve("a.yml"));
        Files.writeString(folder.resolve("prices.yml"), "per_hour: {small: 1}\n");
        Files.createDirectory(folder.resolve("out"));
        List<String> arguments = new ArrayList<>(
                List.of(tried.command().replace("FOLDER", folder.toString()).split(" ")));
        if (!arguments.contains("evaluate")) {
            arguments.addAll(List.of("--models-dir", own.models().toString()));
        }
        if (!arguments.contains("models")) {
            arguments.addAll(List.of("--data-dir", folder.resolve("data").toString(), "-tt", "own", "-a", "wordcount"));
        }
        arguments.addAll(List.of("--config", folder.resolve("config.yml").toString()));
        permit(unreadable(folder, tried), "---------");
        return BellamyProcess.startUnder(FaultTest.NO_PRIVILEGES, folder.resolve("err"), arguments);
    }

    private static Path unreadable(Path folder, Case tried) throws IOException {
        return folder.resolve(placed(tried.unreadable(), folder));
    }

    private static String placed(String text, Path folder) throws IOException {
        if (!text.contains("VERSION")) {
            return text.replace("FOLDER", folder.toString());
        }
        try (Stream<Path> versions = Files.list(folder.resolve("models/own/wordcount"))) {
            Path version = versions.filter(Files::isDirectory).findFirst().orElseThrow();
            return text.replace("VERSION", version.toString());
        }
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
