package io.bellamy.dist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A document as a page.
 *
 * @param document its name, below the sources
 * @param title its first heading
 * @param html without what all pages have
 * @param text without marks, to be searched
 * @param links to other files of the sources
 * @param headings what links to parts of it name
 */
record SitePage(String document, String title, String html, String text, List<Link> links, TreeSet<String> headings) {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    /**
     * A link to another file.
     *
     * @param written as it stands
     * @param document the file, below the sources
     * @param heading blank for the whole
     */
    record Link(String written, String document, String heading) {}

    static SitePage of(String document, String markdown) {
        Node root = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        List<Link> links = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                titles.add(plain(heading));
                visitChildren(heading);
            }

            @Override
            public void visit(org.commonmark.node.Link link) {
                link(document, link.getDestination()).ifPresent(to -> {
                    links.add(to);
                    link.setDestination(inSite(link.getDestination(), to));
                });
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                link(document, image.getDestination()).ifPresent(links::add);
            }
        });
        String html = HtmlRenderer.builder().extensions(EXTENSIONS).build().render(root);
        TreeSet<String> headings = new TreeSet<>();
        ID.matcher(html).results().forEach(id -> headings.add(id.group(1)));
        return new SitePage(document, titles.get(0), html, plain(root), links, headings);
    }

    private static Optional<Link> link(String document, String written) {
        if (ELSEWHERE.matcher(written).matches()) {
            return Optional.empty();
        }
        int mark = written.indexOf('#');
        String path = mark < 0 ? written : written.substring(0, mark);
        Path from = Path.of(document);
        String to = path.isEmpty()
                ? document
                : from.resolveSibling(path).normalize().toString();
        return Optional.of(new Link(written, to, mark < 0 ? "" : written.substring(mark + 1)));
    }

    private static String inSite(String written, Link to) {
        return to.document().endsWith(".md") ? written.replaceFirst("\\.md(?=#|$)", ".html") : written;
    }

    private static String plain(Node node) {
        return TextContentRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(node)
                .strip();
    }

    String file() {
        return document.replaceFirst("\\.md$", ".html");
    }

    boolean has(String heading) {
        return heading.isEmpty() || headings.contains(heading);
    }

    /** The way from here to the root of the site. */
    String up() {
        return "../".repeat(Path.of(document).getNameCount() - 1);
    }
}
