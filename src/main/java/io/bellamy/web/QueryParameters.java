package io.bellamy.web;

import io.bellamy.problem.Quoted;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** Reads the parameters of an address. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * The parameters by name.
     *
     * @throws WebProblemException if they can't be read, or one is given twice
     */
    static Map<String, String> of(Request request) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : fields(request)) {
            if (field.getValues().size() > 1) {
                throw wrong(Quoted.plain(field.getName()) + ": is given twice");
            }
            query.put(field.getName(), field.getValue());
        }
        return query;
    }

    private static Fields fields(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (HttpException.IllegalStateException
                | HttpException.IllegalArgumentException
                | HttpException.RuntimeException unreadable) {
            throw wrong("what stands behind ? in the address must be UTF-8, with % only before two hexadecimal digits");
        }
    }

    private static WebProblemException wrong(String message) {
        return new WebProblemException(
                WebProblem.of(400, "invalid-input", "Something is wrong with what was sent", message));
    }
}
