package io.bellamy.plot;

import io.bellamy.prediction.Answer;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The texts above and below the panels. */
final class Titles {

    private static final int LONGEST_VALUE = 40;

    private Titles() {}

    /** What was asked about: {@code grep on c3o}. */
    static String subject(Recommendation recommendation) {
        Answer first = recommendation.answers().get(0);
        return first.algorithm() + " on " + first.trainingTarget();
    }

    /** What stands above, from the top down. */
    static List<TextTitle> above(Recommendation recommendation) {
        return Stream.of(
                        title(subject(recommendation), Look.TITLE, Look.INK, RectangleEdge.TOP),
                        title(context(recommendation), Look.MEDIUM, Look.INK, RectangleEdge.TOP),
                        title(Words.choice(recommendation), Look.STRONG, Look.INK, RectangleEdge.TOP))
                .filter(title -> !title.getText().isEmpty())
                .toList();
    }

    /** What stands at the very bottom, a line each. */
    static TextTitle below(List<String> notes) {
        return title(String.join("\n", notes), Look.SMALL, Look.FADED, RectangleEdge.BOTTOM);
    }

    /** What the machine types have in common, or all of the only one. */
    private static String context(Recommendation recommendation) {
        List<Answer> answers = recommendation.answers();
        return answers.get(0).context().entrySet().stream()
                .filter(property -> !property.getValue().isEmpty())
                .filter(property -> answers.stream().allMatch(answer -> property.getValue()
                        .equals(answer.context().get(property.getKey()))))
                .map(property -> property.getKey() + " " + Curve.shortened(property.getValue(), LONGEST_VALUE))
                .collect(Collectors.joining(", "));
    }

    private static TextTitle title(String text, Font font, Paint paint, RectangleEdge edge) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(paint);
        title.setPosition(edge);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(2, 0, 2, 0));
        return title;
    }
}
