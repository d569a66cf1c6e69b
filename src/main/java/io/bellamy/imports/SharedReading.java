package io.bellamy.imports;

import io.bellamy.imports.FoundLog.FiledLog;
import io.bellamy.imports.LogOrder.OrderedLog;
import io.bellamy.imports.ReadLog.NoLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Others read logs that lie in files, the largest first, since what is begun last should not take longest; those that are
 * fetched from a server are read here.
 *
 * @param others take orders, have them done by {@link OrderedReading}, and give each reply as it comes, one at a time
 */
public record SharedReading(BiConsumer<List<byte[]>, Consumer<byte[]>> others) implements LogReaders {

    /** Small logs are ordered together, until they have so many bytes: to hand an order on costs more than to read one. */
    private static final long TOGETHER = 8_000_000;

    private static final int MOST_TOGETHER = 64;

    private static final String UNANSWERED = "could not be read by others: the log of the cluster tells why";

    /** What they say is held until it is written, about 20 kB each. */
    @Override
    public int atATime() {
        return 10_000;
    }

    @Override
    public List<ReadLog> read(List<FoundLog> logs, RuleText rules, Runnable done) {
        ReadLog[] read = new ReadLog[logs.size()];
        List<OrderedLog> filed = new ArrayList<>();
        List<Integer> served = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            if (logs.get(i) instanceof FiledLog log) {
                filed.add(new OrderedLog(i, log.source()));
            } else {
                served.add(i);
            }
        }
        Consumer<byte[]> taker = reply -> LogReply.of(reply).logs().forEach(log -> {
            read[log.number()] = log.log();
            done.run();
        });
        others.accept(orders(filed, rules, MOST_TOGETHER), taker);
        // one of those that were ordered together may have been the end of whoever took them
        filed.removeIf(log -> read[log.number()] != null);
        others.accept(orders(filed, rules, 1), taker);
        // or of those who read others beside it. Mostly that is a large one: it comes last, after what it could take
        // along
        filed.removeIf(log -> read[log.number()] != null);
        List<byte[]> left = orders(filed, rules, 1);
        Collections.reverse(left);
        left.forEach(order -> others.accept(List.of(order), taker));
        filed.removeIf(log -> read[log.number()] != null);
        filed.forEach(log -> read[log.number()] = new NoLog(log.source().place(), UNANSWERED));
        List<FoundLog> own = served.stream().map(logs::get).toList();
        List<ReadLog> fetched = LogReaders.here().read(own, rules, done);
        for (int i = 0; i < fetched.size(); i++) {
            read[served.get(i)] = fetched.get(i);
        }
        return List.of(read);
    }

    private static List<byte[]> orders(List<OrderedLog> logs, RuleText rules, int most) {
        List<OrderedLog> largestFirst = logs.stream()
                .sorted(Comparator.comparingLong(
                                (OrderedLog log) -> log.source().bytes())
                        .reversed())
                .toList();
        List<byte[]> orders = new ArrayList<>();
        for (int from = 0; from < largestFirst.size(); ) {
            int to = from;
            long bytes = 0;
            while (to < largestFirst.size() && to - from < most && bytes < TOGETHER) {
                bytes += largestFirst.get(to++).source().bytes();
            }
            orders.add(new LogOrder(rules, largestFirst.subList(from, to)).bytes());
            from = to;
        }
        return orders;
    }
}
