package io.bellamy.cli;

/** How a report of savings is written; spelled as on the command line. */
enum SavingsForm {
    text,
    json,
    csv
}
