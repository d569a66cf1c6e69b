package io.bellamy.report;

import io.bellamy.evaluation.EvaluationRun;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An evaluation as one HTML file that needs nothing else: styles, scripts, the chart library and the data are inside, and
 * its content security policy forbids everything but these very scripts and styles, by their hashes.
 */
public final class EvaluationHtml {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final List<String> SCRIPTS =
            List.of("data.js", "theme.js", "charts.js", "scatter.js", "tables.js", "words.js", "page.js");

    private final PageResources resources = new PageResources();

    /** The file's text, to be written as UTF-8. */
    public String render(EvaluationRun run) {
        String style = resources.own("page.css");
        String chart = resources.chartLibrary();
        String script = SCRIPTS.stream()
                .map(resources::own)
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
        Map<String, String> parts = Map.of(
                "style", style,
                "style-hash", PageResources.hash(style),
                "chart", chart,
                "chart-hash", PageResources.hash(chart),
                "script", script,
                "script-hash", PageResources.hash(script),
                "data", data(run));
        // in one pass, so that nothing in a part is taken for a place
        return PLACE.matcher(resources.own("page.html")).replaceAll(place -> part(parts, place));
    }

    private static String part(Map<String, String> parts, MatchResult place) {
        return Matcher.quoteReplacement(parts.get(place.group(1)));
    }

    /**
     * JSON that stays what it is inside a script element: only {@code <} could end the element or begin a comment, the
     * rest is escaped for tools that are less exact. These characters occur in texts alone, so all can be replaced.
     */
    private static String data(EvaluationRun run) {
        return ReportJson.line(new PageData(run).render())
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
