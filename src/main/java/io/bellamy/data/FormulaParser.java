package io.bellamy.data;

import io.bellamy.data.FormulaNode.Operator;
import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a formula: numbers, columns (in braces where they are not letters, digits, points and underscores), {@code + - * /},
 * parentheses and a few functions. By hand, since libraries for expressions know names of letters only, and much that nobody
 * should write into a description: powers that never end, texts, calls.
 */
final class FormulaParser {

    /** What can be written, for messages. */
    static final String RULE =
            "an expression of numbers, columns ({in braces} where they have other marks), + - * / ( )"
                    + " and min, max, abs, round, floor, ceil";

    private static final int DEEPEST = 50;

    private static final Pattern NUMBER =
            Pattern.compile("(?:[0-9][0-9_]*+(?:\\.[0-9_]*+)?|\\.[0-9][0-9_]*+)(?:[eE][+-]?[0-9]++)?(?![\\p{L}_.])");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*+");
    private static final Pattern BRACED = Pattern.compile("\\{([^{}]+)}");

    private static final Map<String, Operator> FUNCTIONS = Map.of(
            "min", Operator.MIN,
            "max", Operator.MAX,
            "abs", Operator.ABS,
            "round", Operator.ROUND,
            "floor", Operator.FLOOR,
            "ceil", Operator.CEIL);

    private final String text;
    private final Set<String> columns = new LinkedHashSet<>();
    private int position;
    private int depth;

    private FormulaParser(String text) {
        this.text = text;
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException if it is none, with the place of what is wrong
     */
    static Formula parse(String text) {
        if (text.length() > ValueRules.LONGEST) {
            throw new IllegalArgumentException(ValueRules.NOT_LONGER);
        }
        FormulaParser parser = new FormulaParser(text);
        FormulaNode root = parser.sum();
        if (parser.position < text.length()) {
            throw parser.wrong("an operator or the end");
        }
        return new Formula(text, root, parser.columns);
    }

    private FormulaNode sum() {
        FormulaNode left = product();
        while (true) {
            if (passes('+')) {
                left = new FormulaNode.Operation(Operator.ADD, List.of(left, product()));
            } else if (passes('-')) {
                left = new FormulaNode.Operation(Operator.SUBTRACT, List.of(left, product()));
            } else {
                return left;
            }
        }
    }

    private FormulaNode product() {
        FormulaNode left = factor();
        while (true) {
            if (passes('*')) {
                left = new FormulaNode.Operation(Operator.MULTIPLY, List.of(left, factor()));
            } else if (passes('/')) {
                left = new FormulaNode.Operation(Operator.DIVIDE, List.of(left, factor()));
            } else {
                return left;
            }
        }
    }

    private FormulaNode factor() {
        if (++depth > DEEPEST) {
            throw wrong("no more than " + DEEPEST + " parentheses and signs inside of one another");
        }
        FormulaNode factor = inside();
        depth--;
        return factor;
    }

    private FormulaNode inside() {
        if (passes('-')) {
            return new FormulaNode.Operation(Operator.NEGATE, List.of(factor()));
        }
        if (passes('(')) {
            FormulaNode sum = sum();
            expect(')');
            return sum;
        }
        Matcher number = at(NUMBER);
        if (number.lookingAt()) {
            FormulaNode constant = new FormulaNode.Constant(
                    DecimalText.parse(number.group()).orElseThrow(() -> wrong("a number that can be computed with")));
            position = number.end();
            return constant;
        }
        Matcher braced = at(BRACED);
        if (braced.lookingAt()) {
            position = braced.end();
            return cell(braced.group(1).strip());
        }
        Matcher name = at(NAME);
        if (!name.lookingAt()) {
            throw wrong("a number, a column or a parenthesis");
        }
        int begin = position;
        position = name.end();
        return passes('(') ? call(name.group(), begin) : cell(name.group());
    }

    private FormulaNode cell(String column) {
        columns.add(column);
        return new FormulaNode.CellNumber(column);
    }

    private FormulaNode call(String name, int begin) {
        Operator function = FUNCTIONS.get(name.toLowerCase(Locale.ROOT));
        if (function == null) {
            position = begin;
            throw wrong("one of the functions min, max, abs, round, floor, ceil");
        }
        List<FormulaNode> arguments = new ArrayList<>(List.of(sum()));
        while (passes(',')) {
            arguments.add(sum());
        }
        expect(')');
        if (function.isOfOne() != (arguments.size() == 1)) {
            position = begin;
            throw wrong(name + " of " + (function.isOfOne() ? "one number" : "two numbers or more"));
        }
        return new FormulaNode.Operation(function, arguments);
    }

    private Matcher at(Pattern pattern) {
        skipBlanks();
        return pattern.matcher(text).region(position, text.length()).useTransparentBounds(true);
    }

    private void expect(char wanted) {
        if (!passes(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    /** Passes blanks and then, if it is there, a character. */
    private boolean passes(char wanted) {
        skipBlanks();
        boolean there = position < text.length() && text.charAt(position) == wanted;
        position += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        String found = position < text.length() ? Quoted.of(text.substring(position, position + 1)) : "its end";
        return new IllegalArgumentException(
                RULE + "; at character " + (position + 1) + " stands " + found + " instead of " + expected);
    }
}
