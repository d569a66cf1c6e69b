package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, pipes and files of others in the place of the program's own or of data: nothing elsewhere is read or changed. */
@Timeout(300)
class HostileFilesTest extends HostileCases {

    @ParameterizedTest
    @ValueSource(strings = {".lock", "latest", ".checkpoint", ".checkpoint/checkpoint.json"})
    void aLinkInThePlaceOfAFileIsRefusedByNameBeforeTheWork(String name) throws IOException {
        Path link = own.wordcount().resolve(name);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, name.equals(".checkpoint") ? elsewhere : foreign);

        assertRefused(link, "is a link, which must not stand here", own.pretrain("-a", "wordcount", "--force"));
        assertThat(link).isSymbolicLink();
        if (name.startsWith(".checkpoint")) {
            assertRefused(link, "is a link", own.pretrain("-a", "wordcount", "--resume"));
        }
        assertNothingElsewhereChanged();
    }

    @Test
    void anotherNameOfAForeignFileIsNoLock() throws IOException {
        Path lock = own.wordcount().resolve(".lock");
        Files.createLink(lock, foreign);
        assertRefused(lock, "has another name elsewhere", own.pretrain("-a", "wordcount"));
        assertNothingElsewhereChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {".lock", "latest", ".checkpoint", ".checkpoint/checkpoint.json"})
    void aPipeInThePlaceOfAFileHangsNothing(String name) throws Exception {
        Path pipe = own.wordcount().resolve(name);
        Files.createDirectories(pipe.getParent());
        Files.deleteIfExists(pipe);
        run("mkfifo", pipe.toString());
        assertRefused(pipe, "is not a regular file", own.pretrain("-a", "wordcount", "--force"));
    }

    @Test
    void whatEarlierProgramsWroteThroughIsPassedBy() throws IOException {
        Path checkpoint = Files.createDirectory(own.wordcount().resolve(".checkpoint"));
        Files.createSymbolicLink(checkpoint.resolve("checkpoint.json.aside"), foreign);
        Path leftover = own.wordcount().resolve(".aside.00000000-0000-0000-0000-000000000000");
        Files.createSymbolicLink(leftover, elsewhere);

        Bellamy outcome = own.pretrain("-a", "wordcount", "--force");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(checkpoint).doesNotExist();
        assertThat(Files.exists(leftover, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertNothingElsewhereChanged();
    }

    @Test
    void whatTheProgramDidNotWriteIntoALockIsNotPrinted() throws IOException {
        Files.writeString(own.wordcount().resolve(".lock"), SECRET);
        Bellamy outcome = own.models("prune", "--keep", "1");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("xyzzy");
        assertThat(own.wordcount().resolve(".lock")).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/own", "models/own/wordcount"})
    void aLinkOnTheWayIsFollowedWhereItIsTheUsersOwn(String way) throws Exception {
        Path link = folder.resolve(way);
        Path moved = Files.move(link, folder.resolve("moved"));
        Files.createSymbolicLink(link, moved);
        assertThat(own.predict("--strict").exitCode()).isZero();
        Bellamy done = own.models("prune", "--keep", "1");
        assertThat(done.exitCode()).as(done.err()).isZero();

        giveAway(link);
        assertRefused(link, "is a link of another user (", own.pretrain("-a", "wordcount"));
        assertRefused(link, "is a link of another user (", own.predict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/own", "models/own/wordcount", "models/own/wordcount/.lock"})
    void whatBelongsToAnotherIsReadButNotWritten(String path) throws Exception {
        Path others = folder.resolve(path);
        if (path.endsWith(".lock")) {
            Files.createFile(others);
        }
        giveAway(others);
        assertRefused(others, "belongs to another user (", own.pretrain("-a", "wordcount"));
        assertThat(own.predict("--strict").exitCode()).isZero();
    }

    @Test
    void theFolderOfTheModelsMayBeALinkAndOfAnother() throws Exception {
        Path moved = Files.move(own.models(), folder.resolve("disk"));
        Files.createSymbolicLink(own.models(), moved);
        giveAway(moved);
        Bellamy done = own.pretrain("-a", "wordcount", "--force");
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ensemble.json", "manifest.json", "manifest.sha256", "pipeline.json"})
    void aVersionThatIsOrHasALinkIsDamaged(String name) throws IOException {
        Path version = own.wordcount()
                .resolve(Files.readString(own.wordcount().resolve("latest")).strip());
        Path link = version.resolve(name);
        Path moved = Files.move(link, folder.resolve("moved"));
        Files.createSymbolicLink(link, moved);
        assertRefused(link, "is a link, which must not stand here", own.predict("--strict"));
    }

    @Test
    void aVersionThatIsALinkIsRemovedAndNotFollowed() throws IOException {
        Path link = own.wordcount().resolve("20200101T000000.000Z");
        Files.createSymbolicLink(link, elsewhere);
        Bellamy pruned = own.models("prune", "--keep", "1");
        assertThat(pruned.exitCode()).as(pruned.err()).isZero();
        assertThat(pruned.out()).contains("20200101T000000.000Z");
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertNothingElsewhereChanged();
    }

    /** To another user, who needs no name. */
    private static void giveAway(Path path) throws Exception {
        assumeTrue(run("chown", "-h", "4711", path.toString()) == 0, "only root may give files away");
    }
}
