package io.bellamy.job;

import java.util.Locale;

/** What a property means beyond its value. A description says which property has it; of those of one name it need not. */
public enum Role {
    /** The type of the machines: alternatives differ in it, prices go by it, and what one machine has is known by it. */
    MACHINE_TYPE("machine_type"),
    /** How much data a run reads, in MB. */
    DATA_SIZE("data_size_MB"),
    /** How the data look. */
    DATA_CHARACTERISTICS("data_characteristics"),
    /** The arguments of the job. */
    ARGUMENTS("job_args"),
    /** The memory of all machines together, in MB. */
    MEMORY("memory"),
    /** The tasks that all machines together run at a time. */
    SLOTS("slots");

    private final String usualName;

    Role(String usualName) {
        this.usualName = usualName;
    }

    /** The property of this name has the role where the description gives it to none. */
    public String usualName() {
        return usualName;
    }

    /** As it is written in a description. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
