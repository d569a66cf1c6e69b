package io.bellamy.plot;

import io.bellamy.prediction.Answer;
import io.bellamy.problem.Counted;
import io.bellamy.report.Words;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** Says what is what: the machine types, where there are several, and what lines, bands and points are. */
final class Legend {

    private static final Shape LINE = new Line2D.Double(-18, 0, 18, 0);
    private static final Shape BAND = new Rectangle2D.Double(-12, -6, 24, 12);

    private Legend() {}

    static LegendItemCollection of(List<Curve> curves) {
        LegendItemCollection items = new LegendItemCollection();
        Curve first = curves.get(0);
        boolean several = curves.size() > 1;
        Look look = several ? Look.ANY : first.look();
        if (several) {
            curves.forEach(curve -> items.add(machineType(curve)));
        } else {
            items.add(new LegendItem("predicted", null, null, null, LINE, look.stroke(), look.colour()));
        }
        first.points()
                .get(0)
                .interval()
                .ifPresent(interval ->
                        items.add(filled(Words.percent(interval.level()) + " of runs", BAND, look.faint())));
        if (curves.stream().anyMatch(curve -> !curve.answer().runs().isEmpty())) {
            items.add(filled("measured" + (several ? "" : runs(first.answer())), look.shape(), look.colour()));
        }
        return items;
    }

    private static LegendItem machineType(Curve curve) {
        Look look = curve.look();
        return new LegendItem(
                curve.name() + runs(curve.answer()),
                null,
                null,
                null,
                true,
                look.shape(),
                true,
                look.colour(),
                true,
                Look.PAPER,
                Look.HAIR,
                true,
                LINE,
                look.stroke(),
                look.colour());
    }

    private static LegendItem filled(String label, Shape shape, Paint paint) {
        return new LegendItem(label, null, null, null, shape, paint);
    }

    private static String runs(Answer answer) {
        int runs = answer.runs().size();
        return switch (runs) {
            case 0 -> " (no run)";
            default -> " (" + Counted.of(runs, "run") + ")";
        };
    }
}
