package io.xinqun.catalog.feed.web;

import io.xinqun.catalog.feed.FeedLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/// Cuts a body into lines as it arrives.
///
/// Shape: lines end with LF or CRLF, the last one may lack it; blank ones are counted and skipped;
/// a byte order mark at the start is dropped. State: holds the unfinished line only, and of a line
/// that is too long nothing.
final class LineSplitter {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream(4_096);
    private boolean tooLong;
    private long number;

    static Flux<FeedLine> lines(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            LineSplitter splitter = new LineSplitter();
            return body.concatMapIterable(splitter::split)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(splitter.rest())));
        });
    }

    private List<FeedLine> split(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        List<FeedLine> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                keep(bytes, start, at - start);
                finish(lines);
                start = at + 1;
            }
        }
        keep(bytes, start, bytes.length - start);
        return lines;
    }

    private List<FeedLine> rest() {
        List<FeedLine> lines = new ArrayList<>();
        if (unfinished.size() > 0 || tooLong) {
            finish(lines);
        }
        return lines;
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (tooLong || unfinished.size() + length > FeedLine.MAXIMUM_BYTES) {
            tooLong = true;
            unfinished.reset();
        } else {
            unfinished.write(bytes, offset, length);
        }
    }

    private void finish(List<FeedLine> lines) {
        number++;
        if (tooLong) {
            lines.add(new FeedLine(number, null));
        } else {
            byte[] content = content();
            if (!isBlank(content)) {
                lines.add(new FeedLine(number, content));
            }
        }
        tooLong = false;
        unfinished.reset();
    }

    private byte[] content() {
        byte[] bytes = unfinished.toByteArray();
        boolean marked =
                number == 1
                        && bytes.length >= BYTE_ORDER_MARK.length
                        && Arrays.equals(
                                bytes,
                                0,
                                BYTE_ORDER_MARK.length,
                                BYTE_ORDER_MARK,
                                0,
                                BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }

    private static boolean isBlank(byte[] content) {
        for (byte each : content) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
