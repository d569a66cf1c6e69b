package io.bellamy.eventlog;

/**
 * What tasks did. Amounts are in bytes.
 *
 * @param read from files and caches, as often as it was read
 * @param records read
 * @param written to files
 * @param shuffleRead from other tasks
 * @param shuffleWritten for other tasks
 * @param spilled to disks for want of memory
 * @param peakMemory of the task that needed most, as far as Spark keeps account
 */
public record TaskWork(
        long read, long records, long written, long shuffleRead, long shuffleWritten, long spilled, long peakMemory) {

    /** That of no task. */
    public static final TaskWork NONE = new TaskWork(0, 0, 0, 0, 0, 0, 0);

    /** What these did together with others. */
    public TaskWork and(TaskWork other) {
        return new TaskWork(
                read + other.read,
                records + other.records,
                written + other.written,
                shuffleRead + other.shuffleRead,
                shuffleWritten + other.shuffleWritten,
                spilled + other.spilled,
                Math.max(peakMemory, other.peakMemory));
    }
}
