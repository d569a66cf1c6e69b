package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.HoldOutProtocol;
import io.bellamy.evaluation.MethodErrors;
import io.bellamy.evaluation.NextRunProtocol;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.SplitProtocol;
import java.util.List;
import java.util.Locale;

/** An evaluation in brief as JSON; examples/evaluation.schema.json is its contract. */
public final class EvaluationJson {

    /** One document: what was done and the figures that came of it. */
    public String render(EvaluationRun run) {
        return ReportJson.text(summary(run, MethodErrors.of(run.outcomes())));
    }

    ObjectNode summary(EvaluationRun run, List<MethodErrors> figures) {
        ObjectNode node = ReportJson.object().put("target", run.target()).put("configuration", run.configuration());
        node.set("protocol", protocol(run.protocol()));
        node.put("seed", run.seed());
        ArrayNode methods = node.putArray("methods");
        run.methods().forEach(method -> methods.addObject()
                .put("name", method.name())
                .put("description", method.description())
                // a method without a limit answers those that there are
                .put("most_splits", Math.min(method.mostSplits(), run.protocol().splits()))
                .put("seconds", method.seconds()));
        ArrayNode notes = node.putArray("notes");
        run.notes().forEach(notes::add);
        ArrayNode cells = node.putArray("figures");
        figures.forEach(cell -> cells.add(figures(cell)));
        return node;
    }

    private ObjectNode protocol(Protocol protocol) {
        ObjectNode node = ReportJson.object().put("name", protocol.word());
        if (protocol instanceof ContextProtocol contexts) {
            node.put("variant", word(contexts.variant())).put("support", word(contexts.support()));
        } else if (protocol instanceof HoldOutProtocol values) {
            node.put("property", values.property());
        } else if (protocol instanceof NextRunProtocol next) {
            node.put("blocks", next.blocks()).put("questions", next.questions());
        }
        if (protocol instanceof SplitProtocol drawn) {
            node.put("splits", drawn.splits())
                    .put("fewest_points", drawn.fewestPoints())
                    .put("most_points", drawn.mostPoints());
        }
        return node;
    }

    private ObjectNode figures(MethodErrors figures) {
        ObjectNode node = ReportJson.object()
                .put("algorithm", figures.algorithm())
                .put("method", figures.method())
                .put("kind", word(figures.kind()))
                .put("n", figures.n())
                .put("contexts", figures.contexts())
                .put("asked", figures.asked())
                .put("answered", figures.answered());
        node.set("relative_error", errors(figures.relative()));
        node.set("absolute_error_seconds", errors(figures.absolute()));
        ArrayNode coverage = node.putArray("coverage");
        figures.coverage()
                .forEach((level, share) ->
                        coverage.addObject().put("level", level).put("inside", share));
        node.set("log_error", errors(figures.log()));
        node.put("log_bias", figures.bias());
        figures.intervalScore().ifPresent(score -> node.put("interval_score_90", score));
        return node;
    }

    private ObjectNode errors(MethodErrors.Errors errors) {
        return ReportJson.object()
                .put("mean", errors.mean())
                .put("median", errors.median())
                .put("percentile_90", errors.percentile90());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
