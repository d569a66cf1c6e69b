package io.bellamy.cli;

import io.bellamy.files.FileKind;
import io.bellamy.files.Reason;
import io.bellamy.imports.LogPlace;
import io.bellamy.imports.LogReaders;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an import is done: on this machine, or by others. */
interface ImportSite {

    /** As Hadoop's file systems have them: {@code s3a://bucket/logs}, {@code hdfs:///logs}. */
    Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

    /** The files and folders that the user names; what is not there is a problem. */
    List<LogPlace> files(List<String> places, Problems problems);

    /** Who reads what is found there. */
    LogReaders readers();

    /** Does what else is wanted, when the runs are in the data set of this folder. */
    default void imported(Path folder) {}

    /** This machine. */
    static ImportSite here() {
        return new ImportSite() {
            @Override
            public List<LogPlace> files(List<String> places, Problems problems) {
                List<String> here = new ArrayList<>();
                for (String given : places) {
                    String place = given.replaceFirst("^file:/+", "/");
                    if (ADDRESS.matcher(place).lookingAt()) {
                        problems.add(Quoted.line(place) + ": is on a file system that this machine does not know: bring"
                                + " the logs here, or import them on a cluster that knows it, by bellamy-spark.jar");
                    } else {
                        here.add(place);
                    }
                }
                return List.of(local(here, problems));
            }

            @Override
            public LogReaders readers() {
                return LogReaders.here();
            }
        };
    }

    /** Files and folders of this machine. */
    static LogPlace local(List<String> places, Problems problems) {
        return new LogPlace.LogFiles(places.stream()
                .map(Path::of)
                .filter(path -> isThere(path, problems))
                .toList());
    }

    private static boolean isThere(Path place, Problems problems) {
        Optional<String> objection;
        try {
            objection = FileKind.of(place) == FileKind.NOTHING
                    ? Optional.of(FileKind.NOTHING.objection())
                    : Optional.empty();
        } catch (IOException failure) {
            objection = Optional.of(Reason.of(failure));
        }
        objection.ifPresent(reason -> problems.add(Quoted.line(place.toString()) + ": " + reason));
        return objection.isEmpty();
    }
}
