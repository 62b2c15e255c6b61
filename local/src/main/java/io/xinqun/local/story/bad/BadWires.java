package io.xinqun.local.story.bad;

import io.xinqun.local.story.api.ApiDocument.Operation;
import io.xinqun.local.story.bad.Barrage.Shot;
import io.xinqun.local.story.client.Wire;
import io.xinqun.local.story.client.Wire.Answer;
import io.xinqun.local.story.client.Wire.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What goes wrong below a request: bodies without end, and bytes that are no HTTP.
///
/// Shape: these are refused before an operation is known, some by the server itself without a
/// problem document, or by closing the connection (status 0).
final class BadWires {
    private static final int LARGE = 10 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final List<String> NO_REQUESTS =
            List.of(
                    "GET /api/v1/products/a b HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/products/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/products/% HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/products/\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/products?a=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET //api//v1//orders HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/../operator/plans HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/%2e%2e/operator/plans HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/products/..%2f..%2foperator HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/products%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/v1/products/x HTTP/1.1\r\nHost: x\r\nX: "
                            + "y".repeat(40_000)
                            + "\r\n\r\n",
                    "BREW /api/v1/products HTTP/1.1\r\nHost: x\r\n\r\n",
                    "POST /api/v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                    "POST /api/v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                            + "Content-Length: 3\r\n\r\n{}",
                    "POST /api/v1/sign-in/password HTTP/1.1\r\nHost: x\r\n"
                            + "Content-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                    "\u0000\u0001\u0002\r\n\r\n",
                    "hello\r\n\r\n");

    private final Wire wire;

    BadWires(Wire wire) {
        this.wire = wire;
    }

    /// Ten megabytes, once announced and once in chunks.
    Map<String, Answer> large(Shot shot) {
        String path = shot.spoiled().sent().target(shot.operation().path());
        Map<String, String> headers = Barrage.headers(shot);
        byte[] body = ("{\"x\":\"" + "x".repeat(LARGE) + "\"}").getBytes(StandardCharsets.UTF_8);
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("10 MB", wire.send(shot.operation().method(), path, headers, body));
        answers.put("10 MB in chunks", chunked(shot.operation(), path, headers));
        return answers;
    }

    private Answer chunked(Operation operation, String path, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(operation.method() + " " + path + " HTTP/1.1\r\n");
        head.append("Host: x\r\nTransfer-Encoding: chunked\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        String chunk = Integer.toHexString(CHUNK) + "\r\n" + "1".repeat(CHUNK) + "\r\n";
        try (Connection connection = wire.open()) {
            connection.write(ascii(head.append("\r\n").toString()));
            try {
                for (int sent = 0; sent < LARGE; sent += CHUNK) {
                    connection.write(ascii(chunk));
                }
                connection.write(ascii("0\r\n\r\n"));
            } catch (IOException refused) {
                return connection.answer();
            }
            return connection.answer();
        } catch (IOException cause) {
            return new Answer(0, Map.of(), String.valueOf(cause));
        }
    }

    /// A body that is announced, begins and never goes on.
    Answer stalled(Shot shot) {
        byte[] body = shot.spoiled().sent().bytes();
        String path = shot.spoiled().sent().target(shot.operation().path());
        try (Connection connection = wire.open()) {
            connection.write(
                    wire.head(shot.operation().method(), path, Barrage.headers(shot), body.length));
            connection.write(Arrays.copyOf(body, body.length / 2));
            Answer answer = connection.answer();
            return connection.isEnded()
                    ? answer
                    : new Answer(answer.status(), Map.of(), "and the connection stays open");
        } catch (IOException cause) {
            return new Answer(0, Map.of(), String.valueOf(cause));
        }
    }

    /// What is no request, and how it is answered.
    Map<String, Answer> noRequests() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        NO_REQUESTS.forEach(bytes -> answers.put(bytes, raw(bytes)));
        return answers;
    }

    private Answer raw(String bytes) {
        try (Connection connection = wire.open()) {
            connection.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return connection.answer();
        } catch (IOException cause) {
            return new Answer(0, Map.of(), String.valueOf(cause));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
