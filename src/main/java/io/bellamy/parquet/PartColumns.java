package io.bellamy.parquet;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The columns of a file that are read.
 *
 * @param schema theirs, in the order of the question
 * @param converters theirs, by name
 */
record PartColumns(MessageType schema, Map<String, CellConverter> converters) {

    private static final int LISTED = 20;

    /**
     * Looks for the columns that are asked for.
     *
     * @throws io.bellamy.problem.InvalidInputException if one is missing, or is none that has texts
     */
    static PartColumns of(MessageType file, TablePart part, TableQuestion question) {
        Problems problems = new Problems(question.limits());
        List<Type> types = new ArrayList<>();
        Map<String, CellConverter> converters = new LinkedHashMap<>();
        for (String column : question.columns()) {
            boolean fixed = part.fixed().containsKey(column);
            if (fixed == file.containsField(column)) {
                problems.add(part.name() + ": column " + Quoted.of(column)
                        + (fixed
                                ? " stands in the file and in the name of its folder: which is meant can't be told"
                                : " is missing; there are " + shown(file, part)));
            } else if (!fixed) {
                Type type = file.getType(column);
                Optional<CellForm> form = type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)
                        ? CellForm.of(type.asPrimitiveType())
                        : Optional.empty();
                form.ifPresentOrElse(
                        found -> {
                            types.add(type);
                            converters.put(column, new CellConverter(type.asPrimitiveType(), found));
                        },
                        () -> problems.add(part.name() + ": column " + Quoted.of(column) + ": " + objection(type)));
            }
        }
        Stream.concat(names(file), part.fixed().keySet().stream())
                .filter(question.absent()::contains)
                .forEach(name -> problems.add(part.name() + ": column " + Quoted.of(name)
                        + " stands in the file, and is made by the description too: which is meant can't be told"));
        problems.throwIfAny();
        return new PartColumns(new MessageType(file.getName(), types), converters);
    }

    private static String objection(Type type) {
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
            return "is nested, and must be a single value: select what is in it as a column of its own";
        }
        String kind = Optional.ofNullable(type.getLogicalTypeAnnotation())
                .map(Object::toString)
                .orElseGet(() -> type.asPrimitiveType().getPrimitiveTypeName().toString());
        return "is of the type " + Quoted.plain(kind)
                + ", and must be text, a number, a decimal, a boolean, a date or a timestamp";
    }

    private static Stream<String> names(MessageType file) {
        return file.getFields().stream().map(Type::getName);
    }

    private static String shown(MessageType file, TablePart part) {
        List<String> names =
                Stream.concat(names(file), part.fixed().keySet().stream()).toList();
        return names.stream().limit(LISTED).map(Quoted::plain).collect(Collectors.joining(", "))
                + (names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "");
    }

    /** What a library that reads columns hands their values to. */
    GroupConverter root() {
        List<CellConverter> inOrder = List.copyOf(converters.values());
        return new GroupConverter() {
            @Override
            public Converter getConverter(int field) {
                return inOrder.get(field);
            }

            @Override
            public void start() {
                // rows are put together by who reads them
            }

            @Override
            public void end() {
                // the same
            }
        };
    }
}
