package io.bellamy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long connections may take over the head of a request, by a clock that the test moves on, on a real server. */
class ConnectionsTest {

    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int PATIENCE_MILLIS = 10_000;

    private final AtomicLong now = new AtomicLong();
    private final Connections connections = new Connections(now::get);
    private final Semaphore opened = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        connector.addBean(connections);
        // is told after it, so that no time passes on a connection that it does not know of yet
        connector.addBean(new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                opened.release();
            }
        });
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                // of two listeners the later one is called first: a request is done here when it is done there
                Request.addCompletionListener(request, failure -> done.release());
                connections.begun(request);
                if (request.getHttpURI().getPath().equals("/long")) {
                    begun.countDown();
                    end.await();
                }
                callback.succeeded();
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        server.stop();
    }

    private Socket connected(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        opened.acquireUninterruptibly();
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void answered(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        assertThat(head.toString()).startsWith("HTTP/1.1 200");
        done.acquireUninterruptibly();
    }

    private void pass(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        connections.sweep();
    }

    @Test
    void howeverSlowlyAHeadComesItsTimeEnds() throws IOException {
        try (Socket slow = connected("GET / HTTP/1.1\r\n");
                Socket asking = connected(WHOLE)) {
            answered(asking);
            pass(29);
            send(slow, "Host: l");
            send(asking, WHOLE);
            answered(asking);
            pass(2);
            assertThat(slow.getInputStream().read()).isNegative();
            send(asking, WHOLE);
            answered(asking);
            pass(31);
            assertThat(asking.getInputStream().read()).isNegative();
        }
    }

    @Test
    void whoWaitsForAnAnswerIsNotCutOff() throws IOException, InterruptedException {
        try (Socket waiting = connected(WHOLE.replace("/ ", "/long "))) {
            begun.await();
            pass(1000);
            end.countDown();
            answered(waiting);
            pass(29);
            send(waiting, WHOLE);
            answered(waiting);
        }
    }
}
