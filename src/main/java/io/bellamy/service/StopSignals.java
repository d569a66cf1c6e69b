package io.bellamy.service;

import java.util.List;
import org.jline.utils.Signals;

/** Listens for the signals that ask the program to end (SIGTERM, SIGINT), which then does not end before it has ended its work. */
public final class StopSignals {

    private static final List<String> NAMES = List.of("TERM", "INT");

    private final List<Object> before;

    /** Tells somebody of each such signal from now on. */
    public StopSignals(Runnable told) {
        this.before = NAMES.stream().map(name -> Signals.register(name, told)).toList();
    }

    /** Lets them end the program again. */
    public void release() {
        for (int i = 0; i < NAMES.size(); i++) {
            Signals.unregister(NAMES.get(i), before.get(i));
        }
    }
}
