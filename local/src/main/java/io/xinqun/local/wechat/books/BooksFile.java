package io.xinqun.local.wechat.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A file of lines that only grows, each line on the disk before its call returns, so that the
/// books survive `kill -9` and stories may compare a whole system with them.
final class BooksFile implements AutoCloseable {
    private final FileChannel channel;
    private final List<String> lines;

    BooksFile(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int whole = endOfLastWholeLine(bytes);
            lines = split(new String(bytes, 0, whole, StandardCharsets.UTF_8));
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// What was there at the start; a line torn by a crash was never answered for and is cut off.
    List<String> lines() {
        return lines;
    }

    void append(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static int endOfLastWholeLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<String> split(String text) {
        List<String> found = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(found::add);
        return List.copyOf(found);
    }
}
