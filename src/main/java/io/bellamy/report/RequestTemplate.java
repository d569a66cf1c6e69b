package io.bellamy.report;

import io.bellamy.problem.Quoted;
import io.bellamy.service.UsualRequest;
import java.util.Map;

/** Writes down a request, with comments for who goes on from there. */
public final class RequestTemplate {

    private RequestTemplate() {}

    /** One document of YAML. */
    public static String yaml(UsualRequest request) {
        StringBuilder text = new StringBuilder();
        text.append("# How long does ").append(request.job().algorithm()).append(" run? As in its newest run");
        request.newest().ifPresent(day -> text.append(", of ").append(day));
        text.append(".\n");
        entry(text, "training_target", request.job().target());
        entry(text, "algorithm", request.job().algorithm());
        text.append("\n# Scale-outs on which it has run: ")
                .append(request.known().least())
                .append(" to ")
                .append(request.known().most())
                .append(".\n");
        text.append("min_scale_out: ").append(request.asked().least()).append('\n');
        text.append("max_scale_out: ").append(request.asked().most()).append('\n');
        request.day().ifPresent(day -> text.append("day: ").append(day).append('\n'));
        text.append("\n# Blank is unknown: taken from the runs that match the rest, if they leave no doubt.\n");
        section(text, "essential_properties", request.essential());
        if (!request.optional().isEmpty()) {
            text.append("\n# What is not here is taken from the runs known.\n");
            section(text, "optional_properties", request.optional());
        }
        if (!request.perMachine().isEmpty()) {
            text.append(
                    "\n# What each machine (or executor) of that run has: those of other runs have more, or less.\n");
            section(text, "optional_properties_per_node", request.perMachine());
        }
        text.append("\n# The fastest is recommended, unless something else is asked for: docs/REQUESTS.md.\n");
        text.append("# max_runtime: 600     # seconds\n");
        return text.toString();
    }

    private static void section(StringBuilder text, String name, Map<String, String> values) {
        text.append(name).append(":\n");
        values.forEach((key, value) -> entry(text.append("  "), key, value));
    }

    /** What is in quotation marks means the same whatever it looks like. */
    private static void entry(StringBuilder text, String key, String value) {
        String escaped = Quoted.escaped(value.replace("\\", "\\\\").replace("\"", "\\\""), "");
        text.append(key).append(": \"").append(escaped).append("\"\n");
    }
}
