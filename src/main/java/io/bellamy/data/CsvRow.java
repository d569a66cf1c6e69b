package io.bellamy.data;

/** The cells of a row, by the names of the columns that are used. */
record CsvRow(TableReader.TableRow row, TableHeader header) implements SourceRow {

    @Override
    public String get(String column) throws BadValue {
        int place = header.places().get(column);
        if (place >= row.cells().size()) {
            throw new BadValue(column, "", "there; the row ends before it");
        }
        return row.cells().get(place);
    }

    @Override
    public long line() {
        return row.line();
    }
}
