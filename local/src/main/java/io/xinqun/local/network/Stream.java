package io.xinqun.local.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One direction of a connection: what comes in at one end goes out at the other, later, in order.
final class Stream {

    private static final int PIECE_BYTES = 16 * 1024;

    /// A sender that is faster than the line waits, as for a window of a few megabytes.
    private static final int PIECES_UNDER_WAY = 256;

    private static final Piece END = new Piece(ByteBuffer.allocate(0), 0);

    private final Socket from;
    private final Socket to;
    private final Supplier<Line> line;
    private final Random chance;
    private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(PIECES_UNDER_WAY);

    Stream(Socket from, Socket to, Supplier<Line> line, Random chance) {
        this.from = from;
        this.to = to;
        this.line = line;
        this.chance = chance;
    }

    /// Some bytes and when they arrive, in nanoseconds of the JVM's clock; none at the end.
    private record Piece(ByteBuffer bytes, long due) {

        boolean isEnd() {
            return bytes.limit() == 0;
        }
    }

    /// Returns when the sender has ended and everything has arrived, or the connection broke.
    void flow() {
        Thread arrival = Thread.ofVirtual().start(this::deliver);
        try {
            take();
            underWay.put(END);
            arrival.join();
        } catch (IOException cause) {
            arrival.interrupt();
            breakOff();
        } catch (InterruptedException cause) {
            arrival.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void take() throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[PIECE_BYTES];
        long last = System.nanoTime();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            Line now = line.get();
            if (now.breaks(chance)) {
                throw new IOException("the line broke");
            }
            // TCP keeps the order: what follows a lost piece waits for it.
            last = Math.max(last, System.nanoTime() + now.next(chance).toNanos());
            underWay.put(new Piece(ByteBuffer.wrap(Arrays.copyOf(buffer, read)), last));
        }
    }

    private void deliver() {
        try {
            for (Piece piece = underWay.take(); !piece.isEnd(); piece = underWay.take()) {
                TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
                to.getOutputStream().write(piece.bytes().array());
            }
            to.shutdownOutput();
        } catch (IOException cause) {
            breakOff();
            underWay.clear();
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
        }
    }

    private void breakOff() {
        for (Socket socket : List.of(from, to)) {
            try {
                socket.close();
            } catch (IOException cause) {
                // It is broken already.
            }
        }
    }
}
