package io.bellamy.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option of the commands whose answer is for people or for programs. */
final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private OutputForm output = OutputForm.text;

    void take(QuickArguments given) {
        output = given.word(output, "-o", "--output");
    }

    /**
     * Prints the answer.
     *
     * @param json one document, with or without its line end
     * @param text with its line ends
     */
    void print(PrintWriter out, Supplier<String> json, Supplier<String> text) {
        switch (output) {
            case json -> out.println(json.get().stripTrailing());
            case text -> out.print(text.get());
        }
        out.flush();
    }
}
