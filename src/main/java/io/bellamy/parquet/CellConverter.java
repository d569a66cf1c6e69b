package io.bellamy.parquet;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Holds the text of the value of a column that was read last. What stands in a dictionary is written once. */
final class CellConverter extends PrimitiveConverter {

    private final PrimitiveType type;
    private final CellForm form;
    private Dictionary dictionary;
    private String[] texts = {};
    private String text = "";

    CellConverter(PrimitiveType type, CellForm form) {
        this.type = type;
        this.form = form;
    }

    String text() {
        return text;
    }

    /** Are its values texts themselves? */
    boolean isText() {
        return type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
    }

    /** The text of an entry of a dictionary. */
    String text(Dictionary entries, int id) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> form.whole().apply(entries.decodeToInt(id));
            case INT64 -> form.whole().apply(entries.decodeToLong(id));
            case FLOAT -> CellForm.fraction(Float.toString(entries.decodeToFloat(id)));
            case DOUBLE -> CellForm.fraction(Double.toString(entries.decodeToDouble(id)));
            case BOOLEAN -> Boolean.toString(entries.decodeToBoolean(id));
            case INT96, BINARY, FIXED_LEN_BYTE_ARRAY -> form.bytes().apply(entries.decodeToBinary(id));
        };
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary entries) {
        dictionary = entries;
        texts = new String[entries.getMaxId() + 1];
    }

    @Override
    public void addValueFromDictionary(int id) {
        if (texts[id] == null) {
            texts[id] = text(dictionary, id);
        }
        text = texts[id];
    }

    @Override
    public void addBinary(Binary value) {
        text = form.bytes().apply(value);
    }

    @Override
    public void addBoolean(boolean value) {
        text = Boolean.toString(value);
    }

    @Override
    public void addInt(int value) {
        text = form.whole().apply(value);
    }

    @Override
    public void addLong(long value) {
        text = form.whole().apply(value);
    }

    @Override
    public void addFloat(float value) {
        text = CellForm.fraction(Float.toString(value));
    }

    @Override
    public void addDouble(double value) {
        text = CellForm.fraction(Double.toString(value));
    }
}
