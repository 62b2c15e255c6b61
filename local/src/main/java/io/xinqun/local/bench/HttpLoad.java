package io.xinqun.local.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Sends HTTP/1.1 requests over a fixed number of connections, each waiting for its answer before
/// it sends the next: a closed loop. Written on plain sockets because generator and system share
/// the machine, and an HTTP client library would take several times the processor time.
final class HttpLoad {

    private final URI target;
    private final int connections;
    private final Supplier<byte[]> requests;

    HttpLoad(URI target, int connections, Supplier<byte[]> requests) {
        this.target = target;
        this.connections = connections;
        this.requests = requests;
    }

    /// What came back: how many answers of each status.
    record Answers(Map<Integer, LongAdder> byStatus, Duration took) {

        double perSecond(int status) {
            LongAdder count = byStatus.get(status);
            return count == null ? 0 : count.sum() * 1e9 / took.toNanos();
        }

        long others(int status) {
            return byStatus.entrySet().stream()
                    .filter(entry -> entry.getKey() != status)
                    .mapToLong(entry -> entry.getValue().sum())
                    .sum();
        }
    }

    Answers run(Duration duration) {
        Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                threads.execute(() -> connection(byStatus, end));
            }
            threads.shutdown();
            if (!threads.awaitTermination(duration.plusSeconds(30).toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("answers are missing after " + duration);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Answers(byStatus, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void connection(Map<Integer, LongAdder> byStatus, long end) {
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
            while (System.nanoTime() < end) {
                out.write(requests.get());
                out.flush();
                byStatus.computeIfAbsent(answer(in), status -> new LongAdder()).increment();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Reads one answer to its end and returns its status.
    private static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (chunked) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                in.skipNBytes(size + 2L);
            }
            in.skipNBytes(2);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
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

    /// One request as it goes over the wire.
    static byte[] post(URI target, String path, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(512);
        head.append("POST ").append(path).append(" HTTP/1.1\r\nHost: ");
        head.append(target.getAuthority()).append("\r\nContent-Type: application/json\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }
}
