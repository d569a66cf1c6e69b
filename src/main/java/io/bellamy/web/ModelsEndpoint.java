package io.bellamy.web;

import io.bellamy.report.ModelsReport;
import io.bellamy.service.Catalogue;
import io.bellamy.service.Workspace;
import java.util.Optional;

/**
 * Lists stored versions, as {@code bellamy models list -o json} does.
 *
 * @param workspace with the models
 */
record ModelsEndpoint(Workspace workspace) implements Endpoint {

    static final String TARGET = "training_target";
    static final String ALGORITHM = "algorithm";

    @Override
    public HttpAnswer answer(HttpCall call) {
        RequestBodies.checkQuery(call, TARGET, ALGORITHM);
        return HttpAnswer.json(new ModelsReport()
                        .json(
                                "models",
                                new Catalogue(workspace)
                                                .all(
                                                        Optional.ofNullable(
                                                                call.query().get(TARGET)),
                                                        Optional.ofNullable(
                                                                call.query().get(ALGORITHM)))
                                                .stream()
                                                .flatMap(models -> models.glancedAt().stream())
                                                .toList())
                        .stripTrailing()
                + System.lineSeparator());
    }
}
