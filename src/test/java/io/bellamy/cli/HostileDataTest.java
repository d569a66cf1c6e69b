package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and pipes among data and requests, and in the place of pictures and evaluations. */
@Timeout(300)
class HostileDataTest extends HostileCases {

    @ParameterizedTest
    @CsvSource({
        "runs.csv, sub/runs.csv, is a link that leads out of",
        "runs.csv, runs.csv, is a link that leads out of",
        "dataset.yml, dataset.yml, is a link that leads out of"
    })
    void dataLieInTheFolderOfTheDataSetWhateverLinksThereAre(String original, String name, String told)
            throws IOException {
        Path data = folder.resolve("data/own");
        Files.move(data.resolve(original), elsewhere.resolve(original));
        if (name.contains("/")) {
            Files.createSymbolicLink(data.resolve("sub"), elsewhere);
            Path description = data.resolve("dataset.yml");
            Files.writeString(description, Files.readString(description).replace("runs.csv", name));
        } else {
            Files.createSymbolicLink(data.resolve(name), elsewhere.resolve(original));
        }
        Bellamy refused = own.pretrain("-a", "wordcount");
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        data.resolve(name) + ": ", told, elsewhere.toRealPath().toString());
        assertThat(refused.err()).doesNotContain("nodes", "column");
    }

    @Test
    void linksInsideADataSetAndOneThatLeadsToItAreFollowed() throws IOException {
        Path data = folder.resolve("data/own");
        Path year = Files.createDirectory(data.resolve("2026"));
        Files.move(data.resolve("runs.csv"), year.resolve("all.csv"));
        Files.createSymbolicLink(data.resolve("runs.csv"), Path.of("2026/all.csv"));
        Path moved = Files.move(data, folder.resolve("moved"));
        Files.createSymbolicLink(data, moved);
        Bellamy done = own.pretrain("-a", "wordcount", "--epochs", "2", "--trials", "1", "--force");
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs.csv", "dataset.yml"})
    void aPipeAmongTheDataHangsNothing(String name) throws Exception {
        Path pipe = folder.resolve("data/own").resolve(name);
        Files.delete(pipe);
        run("mkfifo", pipe.toString());
        Bellamy refused = own.pretrain("-a", "wordcount");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(pipe + ": is not a regular file");
    }

    @Test
    void inAFolderOfRequestsPipesAndLinksThatLeadOutAreRefusedInTheirPlace() throws Exception {
        Path requests = Files.createDirectory(folder.resolve("requests"));
        Files.copy(OwnFolder.STORED.resolve("request.yml"), requests.resolve("a.yml"));
        run("mkfifo", requests.resolve("b.yml").toString());
        Files.createSymbolicLink(requests.resolve("c.yml"), Files.writeString(elsewhere.resolve("x"), "secret: xyzzy"));
        Files.createSymbolicLink(requests.resolve("d.yml"), Path.of("a.yml"));
        Bellamy outcome =
                Bellamy.run(own.arguments("predict", "-a", "wordcount", "-o", "csv", "-r", requests.toString()));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out())
                .contains(requests.resolve("b.yml") + ": is not a regular file")
                .contains(requests.resolve("c.yml") + ": is a link that leads out of")
                .doesNotContain("secret");
        assertThat(outcome.out().lines().filter(line -> line.contains(",true,")).count())
                .as("a and d are answered")
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aPictureReplacesNothingButAFileWhateverLinksThereAre() throws Exception {
        Path picture = folder.resolve("answer.svg");
        for (Path target : List.of(foreign, elsewhere.resolve("nothing"), elsewhere, Path.of("answer.svg"))) {
            Files.createSymbolicLink(picture, target);
            assertRefused(picture, "is a link, which must not stand here", own.predict("--plot", picture.toString()));
            assertThat(picture).as("to " + target).isSymbolicLink();
            assertNothingElsewhereChanged();
            Files.delete(picture);
        }
        run("mkfifo", picture.toString());
        assertRefused(picture, "is not a regular file", own.predict("--plot", picture.toString()));
        Files.delete(picture);

        Files.createLink(picture, foreign);
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
        Bellamy drawn = own.predict("--plot", linked.resolve("answer.svg").toString());
        assertThat(drawn.exitCode()).as(drawn.err()).isZero();
        assertThat(Files.readString(picture)).contains("<svg");
        assertNothingElsewhereChanged();

        Path astray = Files.createSymbolicLink(folder.resolve("astray"), elsewhere.resolve("nothing"));
        Path lost = astray.resolve("answer.svg");
        assertRefused(lost, "must be a file in a folder that exists", own.predict("--plot", lost.toString()));
        assertNothingElsewhereChanged();
    }

    @Test
    void anEvaluationReplacesOnlyWhatItWrote() throws IOException {
        Path out = folder.resolve("out");
        String[] evaluate = own.arguments("evaluate", "--methods", "ernest", "--splits", "1", "--out", out.toString());
        String[] arguments = Stream.of(evaluate)
                .filter(argument -> !argument.equals("--models-dir")
                        && !argument.equals(own.models().toString()))
                .toArray(String[]::new);
        assertThat(Bellamy.run(arguments).exitCode()).isZero();
        for (String name : List.of(".bellamy-evaluation", "parts", "table.txt")) {
            Path link = out.resolve(name);
            Path kept = Files.move(link, folder.resolve("kept"));
            Files.createSymbolicLink(link, name.equals("parts") ? elsewhere : foreign);
            assertRefused(link, "is a link", Bellamy.run(arguments));
            Files.delete(link);
            Files.move(kept, link);
        }
        Path part = out.resolve("parts/wordcount-ernest.json");
        String whole = Files.readString(part);
        for (String bad : List.of(
                whole.replaceFirst("\"forecasts\":\\[\\[\\{.*?\\},", "\"forecasts\":[["),
                whole.replaceFirst("\"key\":\"\\w+\"", "\"key\":null"),
                whole.replaceFirst("\"runtime\":[0-9.]+", "\"runtime\":-5"),
                "null")) {
            assertThat(bad).isNotEqualTo(whole);
            Files.writeString(part, bad);
            Bellamy again = Bellamy.run(OwnFolder.with(arguments, "--resume"));
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(Files.readString(part)).doesNotContain("\"runtime\":-5").hasSizeGreaterThan(100);
        }
        assertNothingElsewhereChanged();
    }
}
