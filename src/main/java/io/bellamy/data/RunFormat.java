package io.bellamy.data;

import java.util.List;

/** A form in which runs are kept. Safe for several threads. */
public interface RunFormat {

    /** As a description names it. */
    String name();

    /** How the names of such files end, as {@code .csv}; a description need not name the format of these. */
    List<String> endings();

    /** The runs in a file. */
    RunSource source(RunFile file);
}
