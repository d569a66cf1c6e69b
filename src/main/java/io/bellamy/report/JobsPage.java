package io.bellamy.report;

import io.bellamy.problem.Quoted;
import java.util.List;

/**
 * A page about jobs as one HTML file that needs nothing else and runs nothing: its content security policy forbids everything
 * but its own style, by its hash. Texts are escaped here alone.
 */
final class JobsPage {

    private final PageResources resources = new PageResources();
    private final StringBuilder body = new StringBuilder();
    private final String title;

    JobsPage(String title, String lead) {
        this.title = title;
        body.append("<header>\n");
        element("h1", "", title);
        element("p", "lead", lead);
        body.append("</header>\n<main>\n");
    }

    /** A heading. */
    void heading(String text) {
        element("h2", "", text);
    }

    /** What must be seen. */
    void alarms(List<String> texts) {
        list("alarms", texts);
    }

    /** What else there is to say. */
    void notes(List<String> texts) {
        list("notes", texts);
    }

    private void list(String kind, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        body.append("<ul class=\"").append(kind).append("\">\n");
        texts.forEach(text -> element("li", "", text));
        body.append("</ul>\n");
    }

    /** A table, the first columns of which are texts and the others numbers. */
    void table(List<String> header, int texts, List<List<String>> rows) {
        body.append("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int i = 0; i < header.size(); i++) {
            element("th", i < texts ? "text" : "", header.get(i));
        }
        body.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                element("td", i < texts ? "text" : "", row.get(i));
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
    }

    /** A picture, which is elements already. */
    void picture(String svg, String caption) {
        body.append("<figure>\n").append(svg);
        element("figcaption", "", caption);
        body.append("</figure>\n");
    }

    private void element(String name, String kind, String text) {
        body.append('<').append(name);
        if (!kind.isEmpty()) {
            body.append(" class=\"").append(kind).append('"');
        }
        body.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    /** The file's text, to be written as UTF-8. */
    String html() {
        String style = resources.own("page.css") + resources.ofJobs("jobs.css");
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                + PageResources.hash(style) + "'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<title>" + escaped(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n"
                + body
                + "</main>\n<footer><p>Made by Bellamy. Nothing is loaded from elsewhere, and nothing runs.</p></footer>\n"
                + "</body>\n</html>\n";
    }

    /** A text from anywhere as a text of HTML or XML, or as the value of an attribute. */
    static String escaped(String text) {
        return Quoted.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
