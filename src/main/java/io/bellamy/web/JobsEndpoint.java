package io.bellamy.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.job.Prices;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.problem.Quoted;
import io.bellamy.service.LiveJob;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.UsualRequest;
import java.util.Map;
import java.util.Optional;

/**
 * Lists what can be asked about, each with the request about it as it usually is; examples/jobs.schema.json is the contract.
 *
 * @param jobs there are
 * @param prices for requests that name none
 */
record JobsEndpoint(LiveJobs jobs, Optional<Prices> prices) implements Endpoint {

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("jobs");
        jobs.all().forEach(job -> job.content()
                .flatMap(LiveJob.LiveContent::usual)
                .ifPresent(usual -> list.add(job(job.content().orElseThrow(), usual))));
        prices.ifPresent(known -> put(document.putObject("prices"), known));
        return HttpAnswer.json(Quoted.escaped(document.toPrettyString(), "\r\n") + System.lineSeparator());
    }

    private static ObjectNode job(LiveJob.LiveContent content, UsualRequest usual) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("training_target", usual.job().target())
                .put("algorithm", usual.job().algorithm())
                .put("model_version", content.version())
                .put("data_sha256", content.dataDigest())
                .put("runs", content.runs());
        usual.newest().ifPresent(day -> node.put("newest_run", day.toString()));
        node.set("scale_outs", range(usual.known()));
        node.put("scale_out_counts", content.counts().toString());
        ObjectNode request = node.putObject("usual_request")
                .put("training_target", usual.job().target())
                .put("algorithm", usual.job().algorithm())
                .put("min_scale_out", usual.asked().least())
                .put("max_scale_out", usual.asked().most());
        put(request.putObject("essential_properties"), usual.essential());
        if (!usual.perMachine().isEmpty()) {
            put(request.putObject("optional_properties_per_node"), usual.perMachine());
        }
        content.values().machineType().ifPresent(property -> node.put("machine_type_property", property));
        ObjectNode known = node.putObject("known_values");
        content.values().byProperty().forEach((property, values) -> {
            ArrayNode list = known.putArray(property);
            values.forEach(list::add);
        });
        return node;
    }

    private static void put(ObjectNode node, Prices prices) {
        node.put("currency", prices.currency()).put("minimum_seconds", prices.minimumSeconds());
        ObjectNode perHour = node.putObject("per_hour");
        prices.perHour().forEach(perHour::put);
    }

    private static void put(ObjectNode section, Map<String, String> values) {
        values.forEach(section::put);
    }

    private static ObjectNode range(ScaleOutRange range) {
        return JsonNodeFactory.instance.objectNode().put("least", range.least()).put("most", range.most());
    }
}
