package io.bellamy.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A site of plain files of the documents, which opens from a folder as from a server: no document may link to what is not there. */
public final class Site {

    /** What is read first of docs; then come the others. */
    private static final List<String> FIRST = List.of(
            "docs/TUTORIAL.md",
            "docs/DISTRIBUTION.md",
            "docs/IMPORT.md",
            "docs/DATASETS.md",
            "docs/REQUESTS.md",
            "docs/NIGHTLY.md",
            "docs/HOWTO.md");

    private static final List<String> LAST =
            List.of("data/README.md", "models/README.md", "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md");

    private final Path sources;
    private final Path target;

    /** By the name of the document. */
    private final Map<String, SitePage> pages = new LinkedHashMap<>();

    private Site(Path sources, Path target) {
        this.sources = sources;
        this.target = target;
    }

    /**
     * Makes it.
     *
     * @param arguments the folder of the sources, and that of the site
     */
    public static void main(String[] arguments) throws IOException {
        List<String> wrong = make(Path.of(arguments[0]), Path.of(arguments[1]));
        if (!wrong.isEmpty()) {
            System.err.println(String.join(System.lineSeparator(), wrong));
            System.exit(1);
        }
    }

    /** Makes it of the sources; tells the links that lead nowhere. */
    public static List<String> make(Path sources, Path target) throws IOException {
        return new Site(sources, target).make();
    }

    private List<String> make() throws IOException {
        for (String document : documents()) {
            pages.put(document, SitePage.of(document, Files.readString(sources.resolve(document))));
        }
        List<String> wrong = new ArrayList<>();
        TreeSet<String> beside = new TreeSet<>(List.of("LICENSE"));
        for (SitePage page : pages.values()) {
            for (SitePage.Link link : page.links()) {
                SitePage to = pages.get(link.document());
                if (to != null ? !to.has(link.heading()) : !Files.exists(sources.resolve(link.document()))) {
                    wrong.add(page.document() + ": there is no " + link.written());
                } else if (to == null) {
                    beside.add(link.document());
                }
            }
        }
        SiteLayout layout = new SiteLayout(List.copyOf(pages.values()), sources.resolve("src/dist/site"));
        for (SitePage page : pages.values()) {
            write(page.file(), layout.html(page));
        }
        write("index.html", layout.start());
        write("search.js", layout.searchScript());
        write("site.css", layout.style());
        for (String file : beside) {
            copy(file);
        }
        return wrong;
    }

    private List<String> documents() throws IOException {
        try (Stream<Path> docs = Files.list(sources.resolve("docs"))) {
            List<String> all = new ArrayList<>(List.of("README.md"));
            docs.map(doc -> "docs/" + doc.getFileName())
                    .filter(doc -> doc.endsWith(".md"))
                    .sorted(Comparator.<String>comparingInt(
                                    doc -> FIRST.contains(doc) ? FIRST.indexOf(doc) : FIRST.size())
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(all::add);
            all.addAll(LAST);
            return all;
        }
    }

    private void write(String file, String text) throws IOException {
        Path place = target.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }

    private void copy(String file) throws IOException {
        try (Stream<Path> all = Files.walk(sources.resolve(file))) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path place = target.resolve(sources.relativize(one).toString());
                Files.createDirectories(place.getParent());
                Files.copy(one, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
