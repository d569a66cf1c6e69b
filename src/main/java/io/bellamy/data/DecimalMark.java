package io.bellamy.data;

/** What stands before the decimals of numbers. */
enum DecimalMark {
    POINT {
        @Override
        String withPoint(String column, String text) {
            return text;
        }

        @Override
        String shown(String text) {
            return text;
        }
    },

    COMMA {
        @Override
        String withPoint(String column, String text) throws BadValue {
            if (text.indexOf('.') >= 0 || text.indexOf(',') != text.lastIndexOf(',')) {
                throw new BadValue(
                        column, text, "a number with a comma before the decimals and nothing between the thousands");
            }
            return text.replace(',', '.');
        }

        @Override
        String shown(String text) {
            return text.replace('.', ',');
        }
    };

    /**
     * A number, with what may stand around it, as it is written elsewhere.
     *
     * @throws BadValue if it may mean two numbers
     */
    abstract String withPoint(String column, String text) throws BadValue;

    /** A text that was changed so as it stands in the file. */
    abstract String shown(String text);
}
