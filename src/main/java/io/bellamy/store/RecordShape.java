package io.bellamy.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a record is made of what stands in a file.
 *
 * @param constructor of all components
 * @param places of the components, from 0, by their names in files
 * @param types of the components
 */
record RecordShape(Constructor<?> constructor, Map<String, Integer> places, List<Type> types) {

    private static final ClassValue<RecordShape> ALL = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            try {
                return find(type);
            } catch (NoSuchMethodException | NoSuchFieldException e) {
                throw new IllegalStateException("a record without its fields or its constructor", e);
            }
        }
    };

    static RecordShape of(Class<?> type) {
        return ALL.get(type);
    }

    private static RecordShape find(Class<?> type) throws NoSuchMethodException, NoSuchFieldException {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Integer> places = new HashMap<>();
        List<Type> types = new ArrayList<>();
        Class<?>[] erased = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            JsonProperty named = type.getDeclaredField(name).getAnnotation(JsonProperty.class);
            places.put(named == null ? snakeCase(name) : named.value(), i);
            types.add(components[i].getGenericType());
            erased[i] = components[i].getType();
        }
        Constructor<?> constructor = type.getDeclaredConstructor(erased);
        constructor.setAccessible(true);
        return new RecordShape(constructor, places, List.copyOf(types));
    }

    private static String snakeCase(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter)) {
                words.append('_');
            }
            words.append(letter);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
