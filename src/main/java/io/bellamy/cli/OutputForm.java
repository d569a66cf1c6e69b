package io.bellamy.cli;

/** How an answer is written; spelled as on the command line. */
enum OutputForm {
    text,
    json
}
