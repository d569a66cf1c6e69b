package io.bellamy.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the specification of a SparkApplication says of executors. */
public final class ApplicationSizes {

    /** The section about their size. */
    public static final String EXECUTOR = "executor";

    /** The section about dynamic allocation. */
    public static final String DYNAMIC = "dynamicAllocation";

    static final String INSTANCES = "instances";
    static final String MEMORY_OVERHEAD = "memoryOverhead";

    private ApplicationSizes() {}

    /** What stands in the section about executors. */
    public static Map<String, String> executor(LaunchPlan plan) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!plan.rules().dynamic()) {
            values.put(INSTANCES, number(plan, plan.machines().initial()));
        }
        plan.size().cores().ifPresent(cores -> values.put("cores", Integer.toString(cores)));
        plan.size().mebibytes().ifPresent(mebibytes -> values.put("memory", mebibytes + "m"));
        if (!plan.rules().hasSparksOverhead()) {
            plan.size().overhead().ifPresent(mebibytes -> values.put(MEMORY_OVERHEAD, mebibytes + "m"));
        }
        return values;
    }

    /** What stands in the section about dynamic allocation; nothing where there is none. */
    public static Map<String, String> dynamic(LaunchPlan plan) {
        Map<String, String> values = new LinkedHashMap<>();
        if (plan.rules().dynamic()) {
            values.put("enabled", "true");
            values.put("minExecutors", number(plan, plan.machines().least()));
            values.put("initialExecutors", number(plan, plan.machines().initial()));
            values.put("maxExecutors", number(plan, plan.machines().most()));
        }
        return values;
    }

    private static String number(LaunchPlan plan, int machines) {
        return Integer.toString(plan.executors(machines));
    }
}
