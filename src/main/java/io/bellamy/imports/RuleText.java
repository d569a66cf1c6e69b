package io.bellamy.imports;

import io.bellamy.grouping.RulesReader;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The rules of an import as they are written.
 *
 * @param place where they stand, for messages
 * @param text of import.yml
 */
record RuleText(String place, String text) {

    /** Another one means that logs are read again: what the program makes of them has changed. */
    private static final String READING = "2 ";

    private static final int SHORT = 12;

    /**
     * Makes rows by these rules.
     *
     * @throws io.bellamy.problem.InvalidInputException where they are none
     */
    RowMaker maker() {
        return new RowMaker(RulesReader.parse(place, text), digest());
    }

    /** The same as long as the rules are. */
    private String digest() {
        return DigestUtils.sha256Hex(READING + text).substring(0, SHORT);
    }
}
