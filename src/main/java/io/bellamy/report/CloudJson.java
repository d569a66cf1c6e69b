package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.launch.LaunchPlan;
import io.bellamy.problem.InvalidInputException;

/** What the launchers of clouds have in common: JSON, with the type of the machines. */
abstract class CloudJson implements LaunchText {

    /** Fills the document in. */
    abstract void fill(ObjectNode root, LaunchPlan plan, String machineType);

    @Override
    public final String of(LaunchPlan plan) {
        String machineType = plan.choice().machineType();
        if (machineType.isBlank()) {
            throw new InvalidInputException(
                    "--format: the type of the machines is not known: give it in the request, or another format");
        }
        if (!plan.countsMachines()) {
            throw new InvalidInputException("--format: the scale-out of "
                    + plan.choice().answer().trainingTarget()
                    + " counts executors, so nobody knows how many machines there are to be: take spark-submit or spark-conf,"
                    + " or scale_out: hosts in import.yml and of: machines in dataset.yml");
        }
        ObjectNode root = ReportJson.object();
        fill(root, plan, machineType);
        return ReportJson.text(root) + System.lineSeparator();
    }

    /** Nothing that could be taken for a document. */
    @Override
    public final String unmet(String why) {
        return "";
    }

    /** The properties of Spark under a key, each behind a prefix. */
    static void properties(ObjectNode parent, String key, String prefix, LaunchPlan plan) {
        ObjectNode properties = parent.putObject(key);
        plan.numbers().forEach((name, value) -> properties.put(prefix + name, value));
        plan.sizes().forEach((name, value) -> properties.put(prefix + name, value));
    }
}
