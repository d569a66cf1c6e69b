import client.DefaultApi;
import client.http.ApiClient;
import client.http.ApiException;
import client.model.Request;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks a service by a client that was generated of what it says of itself, and prints what that client has understood. */
public class Ask {

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        // which of several kinds of answer it is, clients find out by what they do not know of the others
        client.setObjectMapper(
                client.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        DefaultApi api = new DefaultApi(client);
        ObjectMapper json = client.getObjectMapper();
        Request request = json.readValue(arguments[1], Request.class);
        Request several = json.readValue(arguments[2], Request.class);
        Map<String, Object> understood = new LinkedHashMap<>();
        understood.put("/v1/predict", api.predict(request, false, true));
        understood.put("several machine types", api.predict(several, false, false));
        understood.put("/v1/suggest", api.suggest(request));
        understood.put("/v1/jobs", api.jobs());
        understood.put("/v1/models", api.models(null, null));
        try {
            api.predict(new Request(), null, null);
        } catch (ApiException refused) {
            understood.put("problem", json.readTree(refused.getResponseBody()));
        }
        System.out.println(json.writeValueAsString(understood));
    }
}
