package io.bellamy.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was submitted, from the command of the driver, in which blanks inside of arguments can't be told from those between.
 *
 * @param main the class that was started, or the script, without its folder
 * @param arguments in their order
 */
public record SubmittedProgram(Optional<String> main, List<String> arguments) {

    private static final String COMMAND = "sun.java.command";
    private static final int MOST_WORDS = 10_000;

    /** Options of spark-submit without a value. */
    private static final Set<String> FLAGS =
            Set.of("--verbose", "-v", "--supervise", "--version", "--usage-error", "--help");

    private static final Set<String> MASTER_OPTIONS = Set.of(
            "--jar",
            "--class",
            "--primary-py-file",
            "--primary-r-file",
            "--arg",
            "--properties-file",
            "--dist-cache-conf");

    public SubmittedProgram {
        arguments = List.copyOf(arguments);
    }

    /** Reads it from the settings of a run; nothing where they do not say it. */
    static SubmittedProgram of(Map<String, String> settings, Optional<String> name) {
        List<String> words = List.of(settings.getOrDefault(COMMAND, "").strip().split("\\s+", MOST_WORDS));
        String launcher = words.get(0);
        List<String> rest = words.subList(1, words.size());
        if (launcher.endsWith(".SparkSubmit")) {
            return new SubmitCommand(settings, name, rest).program();
        }
        if (launcher.endsWith(".ApplicationMaster")) {
            return master(rest);
        }
        boolean shared = launcher.isBlank() || launcher.endsWith("DriverDaemon");
        return shared
                ? new SubmittedProgram(Optional.empty(), List.of())
                : new SubmittedProgram(Optional.of(base(launcher)), rest);
    }

    /** On YARN in cluster mode each argument has an option before it. */
    private static SubmittedProgram master(List<String> words) {
        Optional<String> main = Optional.empty();
        List<String> arguments = new ArrayList<>();
        String option = "";
        for (String word : words) {
            if (MASTER_OPTIONS.contains(word)) {
                option = word;
                if (word.equals("--arg")) {
                    arguments.add("");
                }
            } else if (option.equals("--arg")) {
                int last = arguments.size() - 1;
                arguments.set(last, (arguments.get(last) + " " + word).strip());
            } else if (option.startsWith("--primary") || (option.equals("--class") && main.isEmpty())) {
                main = Optional.of(base(word));
            }
        }
        return new SubmittedProgram(main, arguments);
    }

    /** The name of a file without its folder, and of a class as it is. */
    private static String base(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** The words behind spark-submit. Where a value has blanks, the settings say so, which have it whole. */
    private static final class SubmitCommand {

        private final Map<String, String> settings;
        private final Optional<String> name;
        private final List<String> words;
        private Optional<String> mainClass = Optional.empty();
        private int at;

        SubmitCommand(Map<String, String> settings, Optional<String> name, List<String> words) {
            this.settings = settings;
            this.name = name;
            this.words = words;
        }

        SubmittedProgram program() {
            while (at < words.size() && words.get(at).startsWith("-")) {
                option(words.get(at++));
            }
            if (at >= words.size()) {
                return new SubmittedProgram(mainClass, List.of());
            }
            String resource = words.get(at++);
            boolean script = mainClass.isEmpty()
                    || mainClass.get().endsWith("PythonRunner")
                    || mainClass.get().endsWith("RRunner");
            return new SubmittedProgram(
                    script ? Optional.of(base(resource)) : mainClass, words.subList(at, words.size()));
        }

        private void option(String option) {
            if (FLAGS.contains(option) || option.contains("=") || at >= words.size()) {
                return;
            }
            String value = words.get(at++);
            switch (option) {
                case "--class" -> mainClass = Optional.of(value);
                case "--name" -> goOn(value, name.orElse(value));
                case "--conf", "-c" -> {
                    int sign = value.indexOf('=');
                    String whole = sign < 0 ? "" : settings.getOrDefault(value.substring(0, sign), "");
                    goOn(value.substring(sign + 1), whole);
                }
                default -> {}
            }
        }

        /** Passes over the words that go on with a value that has blanks. */
        private void goOn(String first, String whole) {
            String value = first;
            String normal = whole.strip().replaceAll("\\s+", " ");
            while (at < words.size() && !value.equals(normal) && normal.startsWith(value + " " + words.get(at))) {
                value = value + " " + words.get(at++);
            }
        }
    }
}
