package io.bellamy.data;

import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.List;
import java.util.Optional;

/**
 * Reads which file has a table, and how that is written.
 *
 * @param formats that there are
 */
record TableFormReader(Formats formats) {

    private static final String FILE = "file";
    private static final String SEPARATOR = "separator";

    /** What the first section says itself wins over the second. */
    Optional<TableForm> read(YamlSection own, YamlSection common) {
        Optional<YamlScalar> named = either(FILE, own, common);
        Optional<String> file = named.flatMap(TableFormReader::fileName);
        Optional<String> format = either("format", own, common).flatMap(scalar -> scalar.oneOf(formats.names()));
        Optional<Character> separator = either(SEPARATOR, own, common).flatMap(TableFormReader::separator);
        DecimalMark decimal = either("decimal", own, common)
                .flatMap(scalar -> scalar.constant(DecimalMark.class))
                .orElse(DecimalMark.POINT);
        if (named.isEmpty()) {
            own.problems().add(own.place() + ": file: is missing");
        }
        return file.map(name -> {
            RunFormat known = formats.of(name, format);
            // that of the defaults may be meant for the files of others
            boolean meant = own.has(SEPARATOR) || !own.has(FILE);
            if (meant && !known.isSeparated()) {
                either(SEPARATOR, own, common)
                        .ifPresent(scalar -> scalar.reject("left out, since " + known.name() + " has no separators"));
            }
            return new TableForm(
                    name, format, separator.orElse(Formats.unpacked(name).endsWith(".tsv") ? '\t' : ','), decimal);
        });
    }

    private static Optional<YamlScalar> either(String key, YamlSection own, YamlSection common) {
        Optional<YamlScalar> shared = common.scalar(key);
        return own.scalar(key).or(() -> shared);
    }

    private static Optional<String> fileName(YamlScalar scalar) {
        // a mark behind the name of a folder
        String name = scalar.text();
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean inside = !path.isBlank()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && name.chars().noneMatch(Character::isISOControl)
                && List.of(path.split("/", -1)).stream().noneMatch(part -> part.isBlank() || part.startsWith(".."));
        if (!inside) {
            scalar.reject("the name of a file inside the data set's folder");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private static Optional<Character> separator(YamlScalar scalar) {
        String text = scalar.text();
        if (text.equals("tab")) {
            return Optional.of('\t');
        }
        if (text.length() == 1 && "\"\r\n\0".indexOf(text.charAt(0)) < 0) {
            return Optional.of(text.charAt(0));
        }
        scalar.reject("one character, or tab");
        return Optional.empty();
    }
}
