package io.xinqun.catalog.feed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.feed.FeedLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineSplitterTest {

    private static List<String> split(String... parts) {
        Flux<DataBuffer> body =
                Flux.fromArray(parts)
                        .map(part -> part.getBytes(StandardCharsets.UTF_8))
                        .map(DefaultDataBufferFactory.sharedInstance::wrap);
        return lines(body);
    }

    private static List<String> lines(Flux<DataBuffer> body) {
        return LineSplitter.lines(body).map(LineSplitterTest::text).collectList().block();
    }

    private static String text(FeedLine line) {
        byte[] content = line.content();
        return line.number()
                + ":"
                + (content == null ? "too long" : new String(content, StandardCharsets.UTF_8));
    }

    @Test
    void lines_end_with_a_line_feed_and_the_last_need_not() {
        assertThat(split("a\nb")).containsExactly("1:a", "2:b");
        assertThat(split("a\nb\n")).containsExactly("1:a", "2:b");
        assertThat(split("a\r\nb")).containsExactly("1:a\r", "2:b");
        assertThat(split()).isEmpty();
    }

    @Test
    void blank_lines_are_counted_and_skipped() {
        assertThat(split("\n\na\n \r\n\nb")).containsExactly("3:a", "6:b");
    }

    @Test
    void a_byte_order_mark_is_dropped() {
        assertThat(split("\uFEFFa\nb")).containsExactly("1:a", "2:b");
    }

    @Test
    void a_line_that_is_too_long_is_told_and_the_next_is_read() {
        String fits = "x".repeat(FeedLine.MAXIMUM_BYTES);
        assertThat(split(fits + "\nb")).containsExactly("1:" + fits, "2:b");
        assertThat(split(fits, "y\nb")).containsExactly("1:too long", "2:b");
        assertThat(split(fits, fits, fits)).containsExactly("1:too long");
    }

    @Test
    void where_the_body_is_cut_does_not_matter() {
        Random random = new Random(11);
        byte[] whole = "红米\n{\"a\":1}\n\nend".repeat(20).getBytes(StandardCharsets.UTF_8);
        List<String> uncut = lines(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(whole)));
        for (int round = 0; round < 50; round++) {
            List<DataBuffer> parts = new ArrayList<>();
            for (int at = 0; at < whole.length; ) {
                int length = Math.min(whole.length - at, 1 + random.nextInt(9));
                byte[] part = java.util.Arrays.copyOfRange(whole, at, at + length);
                parts.add(DefaultDataBufferFactory.sharedInstance.wrap(part));
                at += length;
            }
            assertThat(lines(Flux.fromIterable(parts))).isEqualTo(uncut);
        }
    }
}
