package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.service.VersionSummary;
import java.util.List;

/** Stored versions for people and as JSON; examples/models.schema.json is the contract of the latter. */
public final class ModelsReport {

    /** One line a version. */
    public String table(List<VersionSummary> versions) {
        TextTable table = new TextTable(VersionLine.HEADER);
        versions.forEach(version -> table.row(VersionLine.cells(version)));
        return table.toTheLeft();
    }

    /** One document with a list of this name. */
    public String json(String name, List<VersionSummary> versions) {
        ObjectNode document = ReportJson.object();
        ArrayNode list = document.putArray(name);
        versions.forEach(version -> list.add(VersionLine.json(version)));
        return ReportJson.text(document);
    }
}
