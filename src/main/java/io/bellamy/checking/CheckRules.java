package io.bellamy.checking;

import io.bellamy.job.Deadlines;
import java.time.LocalDate;

/**
 * What is checked.
 *
 * @param since the first day whose runs are checked
 * @param deadlines of jobs
 * @param ahead for how many days deadlines are looked at
 */
public record CheckRules(LocalDate since, Deadlines deadlines, int ahead) {}
