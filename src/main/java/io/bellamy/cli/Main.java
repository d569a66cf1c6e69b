package io.bellamy.cli;

/** The program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(BellamyCommand.commandLine().execute(arguments));
    }
}
