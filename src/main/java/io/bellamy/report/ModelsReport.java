package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Stored versions for people and as JSON; examples/models.schema.json is the contract of the latter. */
public final class ModelsReport {

    /** One line a version. */
    public String table(List<VersionLine> versions) {
        TextTable table = new TextTable(VersionLine.HEADER);
        versions.forEach(version -> table.row(version.cells()));
        return table.toTheLeft();
    }

    /** One document with a list of this name. */
    public String json(String name, List<VersionLine> versions) {
        ObjectNode document = ReportJson.object();
        ArrayNode list = document.putArray(name);
        versions.forEach(version -> list.add(version.json()));
        return ReportJson.text(document);
    }
}
