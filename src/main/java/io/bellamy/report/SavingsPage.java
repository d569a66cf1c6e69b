package io.bellamy.report;

import io.bellamy.saving.JobSaving;
import io.bellamy.saving.SavingsSummary;
import java.util.List;
import java.util.Locale;

/** What jobs could save, as a page with a picture. */
public final class SavingsPage {

    private static final int TEXTS = 3;
    private static final int MOST_BARS = 25;
    private static final int BAR = 10;
    private static final int ROW = 32;
    private static final int TOP = 6;
    private static final int LEFT = 210;
    private static final int LONGEST_NAME = 32;
    private static final int ROOM_FOR_AMOUNT = 90;

    private SavingsPage() {}

    /** The file's text, to be written as UTF-8. */
    public static String html(SavingsSummary summary) {
        JobsPage page = new JobsPage("What " + summary.target() + " could save", SavingsWords.heading(summary));
        List<JobSaving> savings = summary.savings();
        if (!savings.isEmpty()) {
            page.table(SavingsWords.HEADER, TEXTS, SavingsWords.rows(summary));
        }
        for (String currency : summary.aMonth().keySet()) {
            draw(
                    page,
                    currency,
                    savings.stream()
                            .filter(saving -> saving.currency().equals(currency))
                            .toList());
        }
        page.notes(savings.stream()
                .flatMap(saving -> SavingsWords.notes(saving).stream())
                .toList());
        page.notes(SavingsWords.basis(summary));
        page.notes(SavingsWords.reasons(summary).toList());
        return page.html();
    }

    private static void draw(JobsPage page, String currency, List<JobSaving> savings) {
        List<JobSaving> drawn = savings.stream()
                .filter(saving -> saving.aMonth().isPresent())
                .limit(MOST_BARS)
                .toList();
        if (!drawn.isEmpty()) {
            page.picture(
                    picture(drawn),
                    "Cost a month in " + currency
                            + ": above on the usual cluster, below on the cheapest that keeps the usual time"
                            + (drawn.size() < savings.size() ? "; those that save most" : "") + ".");
        }
    }

    private static String picture(List<JobSaving> savings) {
        double most = savings.stream().mapToDouble(SavingsPage::usually).max().orElseThrow();
        double more = savings.stream().mapToDouble(SavingsPage::then).max().orElseThrow();
        int height = TOP + ROW * savings.size();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"savings\" viewBox=\"0 0 ")
                .append(PictureScale.WIDTH)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-label=\"costs a month by job\">\n");
        double width = (PictureScale.WIDTH - LEFT - ROOM_FOR_AMOUNT) / Math.max(most, more);
        for (int i = 0; i < savings.size(); i++) {
            JobSaving saving = savings.get(i);
            double y = TOP + (double) ROW * i;
            svg.append(PictureScale.label("tick", LEFT - 8, y + BAR + 4, "end", name(saving)));
            bar(svg, "now", y, width, usually(saving));
            bar(svg, "then", y + BAR + 2, width, then(saving));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, String kind, double y, double width, double amount) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>%n",
                        kind,
                        LEFT,
                        y,
                        width * amount,
                        BAR))
                .append(PictureScale.label(
                        "tick", LEFT + width * amount + 6, y + BAR - 1, "start", SavingsWords.amount(amount)));
    }

    private static double usually(JobSaving saving) {
        return saving.runsAMonth().orElseThrow() * saving.usualCost();
    }

    private static double then(JobSaving saving) {
        return usually(saving) - saving.aMonth().orElseThrow();
    }

    private static String name(JobSaving saving) {
        String name = saving.job().name();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 3)) + "...";
    }
}
