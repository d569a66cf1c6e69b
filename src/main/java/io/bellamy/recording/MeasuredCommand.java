package io.bellamy.recording;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * A command that runs with the standard streams of this program, and gets the signals that this program gets.
 *
 * @param words the command and its arguments
 * @param environment what is not to be as it is for this program; empty where it is not to be there
 * @param terminal whether a terminal tells the command of an interruption itself
 */
public record MeasuredCommand(List<String> words, Map<String, Optional<String>> environment, boolean terminal) {

    private static final Set<String> PASSED_ON = Set.of("TERM", "INT", "HUP");

    public MeasuredCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /**
     * What was measured.
     *
     * @param start when it began
     * @param time how long it took
     * @param exitCode what it told the shell; 128 and the number of the signal where one ended it
     * @param stopped whether it was told by a signal to end
     */
    public record CommandOutcome(Instant start, Duration time, int exitCode, boolean stopped) {}

    /**
     * Runs it.
     *
     * @throws IOException if it can't be started
     */
    public CommandOutcome run(Clock clock) throws IOException {
        Passing passing = new Passing(terminal);
        List<Runnable> before = new ArrayList<>();
        PASSED_ON.forEach(signal -> {
            Object handler = Signals.register(signal, () -> passing.pass(signal));
            before.add(() -> Signals.unregister(signal, handler));
        });
        try {
            ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
            environment.forEach((name, value) ->
                    value.ifPresentOrElse(text -> builder.environment().put(name, text), () -> builder.environment()
                            .remove(name)));
            Instant start = clock.instant();
            long begin = System.nanoTime();
            Process process = builder.start();
            passing.to(process);
            int exitCode = exitCode(process);
            return new CommandOutcome(start, Duration.ofNanos(System.nanoTime() - begin), exitCode, passing.any.get());
        } finally {
            before.forEach(Runnable::run);
        }
    }

    /** Whatever interrupts this program, it has to say how the command ended. */
    private static int exitCode(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                int exitCode = process.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return exitCode;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
    }

    /** Passes signals on; those that come before the command has begun wait for it. */
    private static final class Passing {

        private final boolean terminal;
        private final AtomicBoolean any = new AtomicBoolean();
        private final ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();
        private volatile Optional<Process> process = Optional.empty();

        Passing(boolean terminal) {
            this.terminal = terminal;
        }

        void to(Process started) {
            process = Optional.of(started);
            send(started);
        }

        void pass(String signal) {
            any.set(true);
            // a terminal sends it to all that it runs: twice would cut short what the command does to end in order
            if (!(terminal && signal.equals("INT"))) {
                waiting.add(signal);
                process.ifPresent(this::send);
            }
        }

        private void send(Process to) {
            for (String signal = waiting.poll(); signal != null; signal = waiting.poll()) {
                try {
                    int sent = new ProcessBuilder("kill", "-" + signal, Long.toString(to.pid()))
                            .start()
                            .waitFor();
                    if (sent != 0) {
                        to.destroy();
                    }
                } catch (IOException noKill) {
                    to.destroy();
                } catch (InterruptedException end) {
                    to.destroy();
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
