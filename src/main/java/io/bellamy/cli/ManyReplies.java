package io.bellamy.cli;

import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.ReplyForm;
import io.bellamy.request.RequestText;
import io.bellamy.service.Advice;
import io.bellamy.service.Reply;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Reply.Refused;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the replies to several requests in their order. Whatever comes of one, the others are answered.
 *
 * @param form how they are written
 * @param out where to
 * @param tell takes what is wrong with a request
 */
record ManyReplies(ReplyForm form, PrintWriter out, Consumer<String> tell) {

    private static final Logger LOG = LoggerFactory.getLogger(ManyReplies.class);

    /** Gives the gravest exit code of all. */
    int write(List<RequestText> texts, Function<RequestText, Answered> answering) {
        out.print(form.header() + form.before());
        List<Integer> exitCodes = new ArrayList<>();
        for (RequestText text : texts) {
            out.print(exitCodes.isEmpty() ? "" : form.between());
            exitCodes.add(write(text, answering));
        }
        out.print(form.after());
        return ExitCode.gravest(exitCodes);
    }

    private int write(RequestText text, Function<RequestText, Answered> answering) {
        Reply reply;
        String written;
        try {
            Answered answered = answering.apply(text);
            written = form.oneOfMany(answered);
            tellLeftOut(form, answered);
            reply = answered;
        } catch (Exception | StackOverflowError failed) {
            reply = refused(text, failed);
            written = form.oneOfMany(reply);
        }
        out.print(written);
        return exitCode(reply);
    }

    private Refused refused(RequestText text, Throwable failed) {
        Failure failure = Failure.of(failed);
        // of a document the source has its first line, and the message the line that is wrong
        boolean says = failure.message().startsWith(text.source().replaceFirst(":\\d+$", ":"));
        tell.accept((says ? "" : text.source() + ": ") + failure.message());
        return new Refused(
                text.source(), failure.exitCode(), failure.message().lines().toList());
    }

    /** Tells what a form leaves out of an answer. */
    static void tellLeftOut(ReplyForm form, Answered answered) {
        form.leftOut(answered).forEach(why -> LOG.warn("{}: {}", answered.source(), why));
    }

    static int exitCode(Reply reply) {
        if (reply instanceof Refused refused) {
            return refused.exitCode();
        }
        boolean met =
                ((Answered) reply).advice().stream().map(Advice::recommendation).allMatch(Recommendation::met);
        return met ? ExitCode.DONE : ExitCode.NOT_MET;
    }
}
