package io.bellamy.imports;

import io.bellamy.numerics.Parallel;
import java.util.List;

/** Who reads logs, several at a time. */
public interface LogReaders {

    /** How many logs are read before what they say is written. */
    int atATime();

    /**
     * Reads logs.
     *
     * @param rules by which rows are made of them
     * @param done is told of each that was read; by several threads
     * @return what came of each, in their order
     */
    List<ReadLog> read(List<FoundLog> logs, RuleText rules, Runnable done);

    /** This program does, a thread a processor. */
    static LogReaders here() {
        return new LogReaders() {
            @Override
            public int atATime() {
                return 2000;
            }

            @Override
            public List<ReadLog> read(List<FoundLog> logs, RuleText rules, Runnable done) {
                RowMaker maker = rules.maker();
                return Parallel.map(logs.size(), i -> {
                    ReadLog log = logs.get(i).read(maker);
                    done.run();
                    return log;
                });
            }
        };
    }
}
