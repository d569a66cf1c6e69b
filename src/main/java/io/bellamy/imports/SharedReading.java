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
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        haveRead(orders(filed), log -> read[log.number()] == null, rules, taker);
        filed.removeIf(log -> read[log.number()] != null);
        filed.forEach(log -> read[log.number()] = new NoLog(log.source().place(), UNANSWERED));
        List<FoundLog> own = served.stream().map(logs::get).toList();
        List<ReadLog> fetched = LogReaders.here().read(own, rules, done);
        for (int i = 0; i < fetched.size(); i++) {
            read[served.get(i)] = fetched.get(i);
        }
        return List.of(read);
    }

    /** What an executor dies of is told of that log, and nothing else must be lost with it: so what is left is ordered once more. */
    private void haveRead(
            List<List<OrderedLog>> orders, Predicate<OrderedLog> isLeft, RuleText rules, Consumer<byte[]> taker) {
        others.accept(bytes(orders.stream(), rules), taker);
        // one of those that were ordered together may have been the end of whoever took them
        Stream<OrderedLog> beside =
                orders.stream().filter(order -> order.size() > 1).flatMap(List::stream);
        others.accept(bytes(beside.filter(isLeft).map(List::of), rules), taker);
        // or of those who read others beside it. Mostly that is a large one: it comes last, after what it could take
        // along
        List<List<OrderedLog>> left = new ArrayList<>(orders.stream()
                .flatMap(List::stream)
                .filter(isLeft)
                .map(List::of)
                .toList());
        Collections.reverse(left);
        bytes(left.stream(), rules).forEach(order -> others.accept(List.of(order), taker));
    }

    /** The largest first. */
    private static List<List<OrderedLog>> orders(List<OrderedLog> logs) {
        List<OrderedLog> largestFirst = logs.stream()
                .sorted(Comparator.comparingLong(
                                (OrderedLog log) -> log.source().bytes())
                        .reversed())
                .toList();
        List<List<OrderedLog>> orders = new ArrayList<>();
        for (int from = 0; from < largestFirst.size(); ) {
            int to = from;
            long bytes = 0;
            while (to < largestFirst.size() && to - from < MOST_TOGETHER && bytes < TOGETHER) {
                bytes += largestFirst.get(to++).source().bytes();
            }
            orders.add(largestFirst.subList(from, to));
            from = to;
        }
        return orders;
    }

    private static List<byte[]> bytes(Stream<List<OrderedLog>> orders, RuleText rules) {
        return orders.map(logs -> new LogOrder(rules, logs).bytes()).toList();
    }
}
