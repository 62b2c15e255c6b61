package io.xinqun.local.story.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Sends exactly these bytes and reads what comes back: HTTP/1.1 on plain sockets, because an HTTP
/// client refuses to send what a client with a defect sends, and costs several times the processor.
public final class Wire implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI address;
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

    public Wire(URI address) {
        this.address = address;
    }

    /// What came back; status 0 and the reason as the body when nothing did.
    public record Answer(int status, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /// Without its parameters.
        public String mediaType() {
            return header("Content-Type").split(";", 2)[0].strip();
        }
    }

    /// A request as it goes over the wire: `target` is the path and query, already escaped.
    public Answer send(String method, String target, Map<String, String> headers, byte[] body) {
        try {
            return attempt(head(method, target, headers, body.length), body);
        } catch (IOException cause) {
            return new Answer(0, Map.of(), String.valueOf(cause));
        }
    }

    /// A connection of its own, for those who do not keep to the rules.
    public Connection open() throws IOException {
        return new Connection(new Socket(address.getHost(), address.getPort()));
    }

    public byte[] head(String method, String target, Map<String, String> headers, long length) {
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ");
        head.append(address.getAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A kept connection may have been closed by the server meanwhile; a fresh one tells.
    private Answer attempt(byte[] head, byte[] body) throws IOException {
        Connection kept = idle.poll();
        if (kept != null) {
            try {
                return keep(kept, kept.exchange(head, body));
            } catch (IOException stale) {
                kept.close();
            }
        }
        Connection fresh = open();
        try {
            return keep(fresh, fresh.exchange(head, body));
        } catch (IOException cause) {
            fresh.close();
            throw cause;
        }
    }

    private Answer keep(Connection connection, Answer answer) {
        boolean isLast = answer.header("Connection").equalsIgnoreCase("close");
        if (isLast || !idle.offer(connection)) {
            connection.close();
        }
        return answer;
    }

    @Override
    public void close() {
        idle.forEach(Connection::close);
    }

    /// One connection to the server.
    public static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 4096);
        }

        /// A server may answer and stop listening before it has read a large body.
        Answer exchange(byte[] head, byte[] body) throws IOException {
            write(head);
            try {
                write(body);
            } catch (IOException refused) {
                return answer();
            }
            return answer();
        }

        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        public Answer answer() throws IOException {
            int status = Integer.parseInt(line().substring(9, 12));
            Map<String, String> headers = new TreeMap<>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            return new Answer(status, headers, new String(body(headers), StandardCharsets.UTF_8));
        }

        /// Whether the server closes it; waits for that.
        public boolean isEnded() {
            try {
                return in.read() < 0;
            } catch (SocketTimeoutException open) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        }

        private byte[] body(Map<String, String> headers) throws IOException {
            if (headers.containsKey("content-length")) {
                return in.readNBytes(Integer.parseInt(headers.get("content-length")));
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
                for (int size = chunk(); size > 0; size = chunk()) {
                    body.write(in.readNBytes(size));
                    in.skipNBytes(2);
                }
                in.skipNBytes(2);
            }
            return body.toByteArray();
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line().strip(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the connection ended");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException closed) {
                // Nothing is lost: the answer has been read, or its absence has been told.
            }
        }
    }
}
