package io.bellamy.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks a service whether it is to be asked, for what watches a container in which there is no other program: exit code 0 where it
 * says yes. A program of its own, since it is over before the other has read its command line.
 */
public final class Probe {

    private static final int MILLISECONDS = 5000;

    private Probe() {}

    /**
     * Asks once.
     *
     * @param arguments what is asked, as {@code http://127.0.0.1:8787/readyz}
     */
    public static void main(String[] arguments) {
        System.exit(isWell(URI.create(arguments[0])) ? ExitCode.DONE : ExitCode.FAILURE);
    }

    private static boolean isWell(URI asked) {
        try {
            HttpURLConnection connection = (HttpURLConnection) asked.toURL().openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                System.err.println("bellamy: " + asked + " says " + status);
            }
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            System.err.println("bellamy: " + asked + " can't be asked: " + unreachable.getMessage());
            return false;
        }
    }
}
