package io.bellamy.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TFieldIdEnum;
import shaded.parquet.org.apache.thrift.meta_data.FieldMetaData;

/**
 * A number or a kind that stands in one of the structures of a Parquet file.
 *
 * @param name where it stands
 * @param value what it says
 * @param setter makes it say something else
 */
record Claim(String name, Object value, Consumer<Object> setter) {

    /** All that a structure says, and those in it. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // structures tell no better what is in them
    static List<Claim> of(String name, TBase structure) {
        Map<TFieldIdEnum, FieldMetaData> fields = FieldMetaData.getStructMetaDataMap(structure.getClass());
        List<Claim> claims = new ArrayList<>();
        for (TFieldIdEnum field : fields.keySet()) {
            if (structure.isSet(field)) {
                add(
                        name + "." + field.getFieldName(),
                        structure.getFieldValue(field),
                        value -> structure.setFieldValue(field, value),
                        claims);
            }
        }
        return claims;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void add(String name, Object value, Consumer<Object> setter, List<Claim> claims) {
        if (value instanceof TBase inner) {
            claims.addAll(of(name, inner));
        } else if (value instanceof List list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                add(name + "[" + i + "]", list.get(i), other -> list.set(at, other), claims);
            }
        } else {
            claims.add(new Claim(name, value, setter));
        }
    }

    /** Does it say how much there is, rather than what it is? */
    boolean isOfAmount() {
        return value instanceof Number;
    }

    /** What it could say instead. */
    List<Object> lies() {
        if (value instanceof Enum<?> kind) {
            return Arrays.stream((Object[]) kind.getDeclaringClass().getEnumConstants())
                    .filter(other -> other != kind)
                    .toList();
        }
        if (value instanceof Integer number) {
            return around(number).mapToObj(lie -> (Object) (int) lie).toList();
        }
        if (value instanceof Long number) {
            return around(number).mapToObj(lie -> (Object) lie).toList();
        }
        return value instanceof Boolean yes ? List.of(!yes) : List.of();
    }

    /** The last one is less than what Java could make room for. */
    private static LongStream around(long number) {
        return LongStream.of(-1, 0, number - 1, number + 1, 1 << 26).filter(lie -> lie != number);
    }
}
