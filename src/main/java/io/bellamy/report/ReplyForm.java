package io.bellamy.report;

import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Answered;
import java.util.List;

/** A form in which replies are written. */
public interface ReplyForm {

    /** What stands before all replies. */
    default String header() {
        return "";
    }

    /** The answer to the only request there is, with its line ends. */
    String alone(Answered answered);

    /** What stands before the first of several replies. */
    default String before() {
        return "";
    }

    /** One of several replies. */
    String oneOfMany(Reply reply);

    /** What stands between two of them. */
    default String between() {
        return "";
    }

    /** What stands after the last one. */
    default String after() {
        return "";
    }

    /** What this form leaves out of an answer though it was to be expected there, and why; to be told beside it. */
    default List<String> leftOut(Answered answered) {
        return List.of();
    }
}
