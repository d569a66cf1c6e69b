package io.bellamy.dist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Lambdas, method references and records of every kind; {@link #get} tells what comes of them. */
public final class LambdaKinds implements Supplier<List<Object>> {

    private interface Named {

        String name();

        private String shout() {
            return name() + "!";
        }

        default String shouting() {
            return Optional.of("?").map(end -> shout() + end).orElseThrow();
        }

        static String twice(String name) {
            return shouted(() -> name);
        }

        private static String shouted(Named named) {
            return named.shouting();
        }
    }

    private record Point(int x, long y, float f, double d, boolean b, char c, byte small, short s, String text) {}

    private record Nothing() {}

    private interface Widening {

        double of(int number, char letter);
    }

    private final List<Object> found = new ArrayList<>();
    private final int own = 17;

    @Override
    public List<Object> get() {
        captured((byte) 1, 'x', (short) 3, 4L, 5.5f, 6.25, true, "text");
        converted();
        referred();
        compared();
        return found;
    }

    private void captured(byte a, char b, short c, long d, float e, double f, boolean g, String h) {
        Function<Long, String> all = l -> a + "" + b + c + d + e + f + g + h + l + own;
        found.add(all.apply(8L));
        Supplier<Supplier<String>> nested = () -> () -> h + own;
        found.add(nested.get().get());
        Consumer<Object> bound = found::add;
        bound.accept("bound");
        found.add(Named.twice("name"));
    }

    private void converted() {
        ToIntFunction<Integer> unboxed = Integer::intValue;
        ToLongFunction<Integer> widened = number -> number;
        ToDoubleFunction<Integer> further = Integer::longValue;
        Function<Integer, Object> boxed = Math::abs;
        IntFunction<Object> same = Integer::valueOf;
        IntFunction<Double> half = number -> number / 2.0;
        DoubleFunction<Boolean> finite = Double::isFinite;
        BinaryOperator<Integer> sum = Math::addExact;
        BiFunction<Integer, Character, Object> mixed = LambdaKinds::mixed;
        Widening widening = LambdaKinds::mixed;
        IntBinaryOperator most = Math::max;
        Function<String, Object> dropped = text -> List.of(text);
        Consumer<String> ignored = found::add;
        ignored.accept("ignored");
        AtomicLong sumOfAll = new AtomicLong();
        Consumer<Integer> longIgnored = sumOfAll::addAndGet;
        longIgnored.accept(4);
        found.add(sumOfAll.get());
        found.addAll(List.of(
                unboxed.applyAsInt(1),
                widened.applyAsLong(2),
                further.applyAsDouble(3),
                boxed.apply(-4),
                same.apply(5),
                half.apply(6),
                finite.apply(7),
                sum.apply(8, 9),
                mixed.apply(10, 'a'),
                widening.of(11, 'b'),
                most.applyAsInt(12, 13),
                dropped.apply("list")));
    }

    private static double mixed(long number, int letter) {
        return number + letter / 1000.0;
    }

    private void referred() {
        Supplier<List<Object>> made = ArrayList::new;
        Function<Integer, List<Object>> sized = ArrayList::new;
        IntFunction<String[]> array = String[]::new;
        Function<String, Integer> unbound = String::length;
        Function<Object, String> inherited = Object::toString;
        BiFunction<List<Object>, Object, Boolean> throughInterface = List::add;
        Supplier<Integer> hidden = this::hidden;
        Comparator<String> order = Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder());
        List<String> words = Arrays.asList("ccc", "a", "bb", "b");
        words.sort(order);
        found.addAll(List.of(made.get(), sized.apply(3), array.apply(2).length, unbound.apply("four")));
        found.addAll(List.of(inherited.apply(1.5), throughInterface.apply(new ArrayList<>(), 1), hidden.get(), words));
    }

    private int hidden() {
        return own + 1;
    }

    private void compared() {
        Point point = new Point(1, 2, 3, 4, true, 'x', (byte) 5, (short) 6, "text");
        List<Point> others = List.of(
                new Point(1, 2, 3, 4, true, 'x', (byte) 5, (short) 6, "text"),
                new Point(0, 2, 3, 4, true, 'x', (byte) 5, (short) 6, "text"),
                new Point(1, 0, 3, 4, true, 'x', (byte) 5, (short) 6, "text"),
                new Point(1, 2, -0.0f, 4, true, 'x', (byte) 5, (short) 6, "text"),
                new Point(1, 2, 3, Double.NaN, true, 'x', (byte) 5, (short) 6, "text"),
                new Point(1, 2, 3, 4, false, 'x', (byte) 5, (short) 6, "text"),
                new Point(1, 2, 3, 4, true, 'y', (byte) 5, (short) 6, "text"),
                new Point(1, 2, 3, 4, true, 'x', (byte) 0, (short) 6, "text"),
                new Point(1, 2, 3, 4, true, 'x', (byte) 5, (short) 0, "text"),
                new Point(1, 2, 3, 4, true, 'x', (byte) 5, (short) 6, null));
        for (Point other : others) {
            found.add(point.equals(other));
            found.add(other.equals(
                    new Point(other.x, other.y, other.f, other.d, other.b, other.c, other.small, other.s, other.text)));
            found.add(other.hashCode());
            found.add(other.toString());
        }
        found.add(new Point(1, 2, 0.0f, 4, true, 'x', (byte) 5, (short) 6, "text").equals(others.get(3)));
        for (Object different : Arrays.asList("text", null, new Nothing())) {
            found.add(point.equals(different));
        }
        found.add(new Nothing().equals(new Nothing()) && new Nothing().hashCode() == 0);
    }
}
