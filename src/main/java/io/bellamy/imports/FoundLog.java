package io.bellamy.imports;

import io.bellamy.logfiles.LogSource;

/** A log that is there and was not read yet. */
interface FoundLog {

    /** By which it is known again. */
    LogStamp stamp();

    /** Reads it. Whatever is wrong with it ends nothing but its own reading. */
    ReadLog read(RowMaker maker);

    /**
     * One that lies in files.
     *
     * @param source its files
     * @param stamp by which it is known again
     */
    record FiledLog(LogSource source, LogStamp stamp) implements FoundLog {

        static FiledLog of(LogSource source) {
            return new FiledLog(source, new LogStamp(source.place(), source.bytes(), source.modified()));
        }

        @Override
        public ReadLog read(RowMaker maker) {
            return ReadLog.of(source, stamp, maker);
        }
    }
}
