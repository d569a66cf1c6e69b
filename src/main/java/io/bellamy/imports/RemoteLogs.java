package io.bellamy.imports;

import io.bellamy.imports.FoundLog.FiledLog;
import io.bellamy.imports.ImportSummary.UnreadFile;
import io.bellamy.logfiles.LogPart;
import io.bellamy.logfiles.LogSearch;
import io.bellamy.logfiles.PartFile.RemotePart;
import io.bellamy.problem.Quoted;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Logs on other file systems than those of this machine.
 *
 * @param files that were found
 * @param problems what could not be looked at, and why
 * @param system opens files by their addresses
 */
public record RemoteLogs(List<RemoteFile> files, List<UnreadFile> problems, Function<String, InputStream> system)
        implements LogPlace {

    /**
     * A file as it was when it was found.
     *
     * @param address of it
     * @param bytes that it has
     * @param modified in milliseconds since 1970
     * @param named whether the user names it, and not a folder above it
     */
    public record RemoteFile(String address, long bytes, long modified, boolean named) {

        private boolean isWorthALook() {
            return named || LogSearch.isWorthALook(address.substring(address.lastIndexOf('/') + 1));
        }
    }

    public RemoteLogs {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    @Override
    public List<FoundLog> find(Path scratch, List<UnreadFile> unread) {
        unread.addAll(problems);
        List<LogPart> parts = new ArrayList<>();
        files.stream()
                .filter(RemoteFile::isWorthALook)
                .forEach(file -> parts.add(new LogPart(
                        Quoted.line(file.address()),
                        file.bytes(),
                        file.modified(),
                        new RemotePart(file.address(), system))));
        return LogSearch.of(parts, List.of()).sources().stream()
                .<FoundLog>map(FiledLog::of)
                .toList();
    }
}
