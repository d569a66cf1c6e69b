package io.bellamy.request;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A request that has not been read yet.
 *
 * @param source where it stands, for messages
 * @param text what it says; fails with an {@link InvalidInputException} where its file can't be read
 * @param ofNewestRun the properties whose amounts nobody has written down: what the machines of the job's newest run have
 */
public record RequestText(String source, Supplier<YamlText> text, Set<String> ofNewestRun) {

    private static final Pattern REQUEST = Pattern.compile("[^.].*\\.(yml|yaml|json|jsonl)");

    public RequestText {
        ofNewestRun = Set.copyOf(ofNewestRun);
    }

    /** One that somebody has written. */
    public RequestText(String source, Supplier<YamlText> text) {
        this(source, text, Set.of());
    }

    /** The requests of a file: documents of YAML, or lines of JSON. */
    public static List<RequestText> inFile(Path file, Limits limits) {
        return in(InputFile.named(file), limits);
    }

    /** The requests of a stream; {@code name} stands for it in messages. */
    public static List<RequestText> in(String name, InputStream stream, Limits limits) throws IOException {
        return of(name, YamlFile.documents(name, stream, limits));
    }

    /**
     * The requests of all files in a folder that are called .yml, .yaml, .json or .jsonl, in the order of their names.
     *
     * @throws NothingToWorkWithException if there is none
     * @throws InvalidInputException if the folder can't be listed, or has too many
     */
    public static List<RequestText> inFolder(Path folder, Limits limits) {
        List<Path> files = list(folder);
        if (files.isEmpty()) {
            throw new NothingToWorkWithException(Quoted.line(folder.toString())
                    + ": has no request: no file that is called .yml, .yaml, .json or .jsonl");
        }
        List<RequestText> requests = new ArrayList<>();
        for (Path file : files) {
            try {
                requests.addAll(in(InputFile.inside(folder, file), limits));
            } catch (RuntimeException unreadable) {
                // whatever is wrong with one file, the others are answered
                requests.add(new RequestText(file.toString(), () -> {
                    throw unreadable;
                }));
            }
            if (requests.size() > limits.documents()) {
                throw new InvalidInputException(Quoted.line(folder.toString()) + ": has "
                        + Limits.exceeded(limits.documents(), "document", "documents"));
            }
        }
        return requests;
    }

    private static List<Path> list(Path folder) {
        try {
            return InputFile.list(folder).stream()
                    .filter(file ->
                            REQUEST.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException(Reason.of(Quoted.line(folder.toString()), e));
        }
    }

    private static List<RequestText> in(InputFile file, Limits limits) {
        return of(file.path().toString(), YamlFile.documents(file, limits));
    }

    private static List<RequestText> of(String name, List<YamlText> documents) {
        return documents.stream()
                .map(document -> new RequestText(documents.size() == 1 ? name : document.place(), () -> document))
                .toList();
    }
}
