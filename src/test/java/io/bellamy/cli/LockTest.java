package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two pretrainings of the same algorithm at once, one of them a real process that is killed. */
class LockTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void theSecondLeavesOrWaitsReadersDoNeitherAndTheLockOfADeadProcessIsFree() throws Exception {
        OwnFolder own = OwnFolder.in(folder);
        assertThat(own.pretrain("-a", "wordcount").exitCode()).isZero();
        try (BellamyProcess endless = BellamyProcess.start(
                folder.resolve("endless"),
                List.of(own.arguments("pretrain", "-a", "wordcount", "--epochs", "10000000")))) {
            endless.awaitTold("own wordcount: 36 runs");

            Bellamy second = own.pretrain("-a", "wordcount");
            assertThat(second.exitCode()).isEqualTo(5);
            assertThat(second.err())
                    .contains(own.wordcount() + ": is locked by process " + endless.pid() + " since ")
                    .contains("--wait");
            assertThat(own.pretrain("-a", "all", "--no-wait").exitCode())
                    .as("the other algorithm is updated, one could not be")
                    .isEqualTo(5);
            assertThat(own.models("rollback", "-tt", "own", "-a", "wordcount").exitCode())
                    .isEqualTo(5);
            assertThat(own.models("prune").exitCode()).isEqualTo(5);

            assertThat(own.predict("--strict").exitCode()).isZero();
            assertThat(own.models("verify").exitCode()).isZero();

            try (BellamyProcess waiting = BellamyProcess.start(
                    folder.resolve("waiting"), List.of(own.arguments("pretrain", "-a", "wordcount", "--wait")))) {
                waiting.awaitTold("waiting for process " + endless.pid());
                assertThat(endless.killAfter(0)).isTrue();
                assertThat(waiting.exitCode()).as(waiting.err()).isZero();
                assertThat(waiting.err())
                        .contains("the lock of process " + endless.pid())
                        .contains("which ended before it was done, is free again")
                        .contains("published after");
            }
        }
        assertThat(own.wordcount().resolve(".lock")).isEmptyFile();
    }
}
