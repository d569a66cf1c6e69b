package io.bellamy.cli;

import io.bellamy.report.Terminal;

/** Tells where standard output goes to. */
final class StandardOutput {

    /** The launcher knows whether standard output is a terminal. */
    private static final String TERMINAL = "bellamy.terminal.out";

    private static final String TERMINAL_ERROR = "bellamy.terminal";

    private StandardOutput() {}

    /** Is this program in front of somebody, whatever of it goes elsewhere? */
    static boolean isAtTerminal() {
        return Boolean.getBoolean(TERMINAL) || Boolean.getBoolean(TERMINAL_ERROR);
    }

    /** Colours are not for everybody (https://no-color.org), nor for every terminal. */
    static Terminal terminal() {
        boolean terminal = Boolean.getBoolean(TERMINAL);
        String noColour = System.getenv("NO_COLOR");
        boolean colour = (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(terminal, terminal && colour);
    }
}
