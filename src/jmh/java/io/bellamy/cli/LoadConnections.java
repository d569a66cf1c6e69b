package io.bellamy.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that nobody needs: half of them say nothing, the others send a head a byte at a time. */
final class LoadConnections implements AutoCloseable {

    private static final byte[] HEAD = ("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(4000))
            .getBytes(StandardCharsets.US_ASCII);

    private final List<SocketChannel> channels = new ArrayList<>();
    private int sent;

    /** Opens so many. */
    LoadConnections(String address, int count) throws IOException {
        URI uri = URI.create(address);
        for (int i = 0; i < count; i++) {
            channels.add(SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort())));
        }
    }

    /** Sends one byte more on every other; how many are open still? */
    int drip() {
        int open = 0;
        ByteBuffer answer = ByteBuffer.allocate(1024);
        for (int i = 0; i < channels.size(); i++) {
            SocketChannel channel = channels.get(i);
            try {
                if (!channel.isOpen()) {
                    continue;
                }
                channel.configureBlocking(false);
                if (i % 2 == 0) {
                    channel.write(ByteBuffer.wrap(HEAD, sent, 1));
                }
                if (channel.read(answer.clear()) < 0) {
                    channel.close();
                } else {
                    open++;
                }
            } catch (IOException closedByServer) {
                closeQuietly(channel);
            }
        }
        sent++;
        return open;
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException unused) {
            assert unused != null;
        }
    }

    @Override
    public void close() {
        channels.forEach(LoadConnections::closeQuietly);
    }
}
