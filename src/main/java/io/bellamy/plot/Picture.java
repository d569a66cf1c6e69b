package io.bellamy.plot;

import java.awt.Dimension;
import org.jfree.chart.JFreeChart;

/**
 * What becomes a file.
 *
 * @param chart what is drawn
 * @param size in points of the screen
 * @param title what it is, for those who can't see it
 * @param description what it says, for those who can't see it
 */
record Picture(JFreeChart chart, Dimension size, String title, String description) {}
