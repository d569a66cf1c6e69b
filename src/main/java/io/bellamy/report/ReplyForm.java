package io.bellamy.report;

import io.bellamy.report.Reply.Answered;

/** A form in which replies are written. */
public interface ReplyForm {

    /** What stands before all replies. */
    default String header() {
        return "";
    }

    /** The answer to the only request there is, with its line ends. */
    String alone(Answered answered);

    /** One of several replies, with its line ends. */
    String oneOfMany(Reply reply);
}
