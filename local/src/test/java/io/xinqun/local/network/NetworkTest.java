package io.xinqun.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkTest {

    private static final byte[] TEXT = new byte[200_000];

    private final Network network = new Network(1);
    private ServerSocket echo;
    private int port;

    @BeforeEach
    void listen() throws IOException {
        new Random(1).nextBytes(TEXT);
        echo = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        port = network.applyAsInt(echo.getLocalPort());
        Thread.ofVirtual().start(this::answer);
    }

    @AfterEach
    void end() throws IOException {
        network.close();
        echo.close();
    }

    private void answer() {
        while (!echo.isClosed()) {
            try (Socket caller = echo.accept()) {
                caller.getInputStream().transferTo(caller.getOutputStream());
            } catch (IOException ended) {
                // The next caller, or none.
            }
        }
    }

    private byte[] ask() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread.ofVirtual().start(() -> send(socket));
            return socket.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void send(Socket socket) {
        try {
            socket.getOutputStream().write(TEXT);
            socket.shutdownOutput();
        } catch (IOException broken) {
            // The reader sees it too.
        }
    }

    @Test
    void a_part_is_reached_by_one_other_port_and_says_the_same() {
        assertThat(port).isNotEqualTo(echo.getLocalPort());
        assertThat(network.applyAsInt(echo.getLocalPort())).isEqualTo(port);
        assertThat(ask()).isEqualTo(TEXT);
    }

    @Test
    void a_slow_and_lossy_line_brings_everything_later_and_in_order() {
        network.become(new Line(Duration.ofMillis(100), 0.2, 0));
        long begin = System.nanoTime();
        assertThat(ask()).isEqualTo(TEXT);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void a_line_that_breaks_cuts_the_connection_and_takes_the_next_one() {
        network.become(new Line(Duration.ZERO, 0, 1));
        assertThat(askOrNothing()).isNotEqualTo(TEXT);
        network.become(Line.CLEAR);
        assertThat(ask()).isEqualTo(TEXT);
    }

    private byte[] askOrNothing() {
        try {
            return ask();
        } catch (UncheckedIOException reset) {
            return new byte[0];
        }
    }

    @Test
    void nobody_is_let_through_when_it_is_closed() {
        network.close();
        assertThatThrownBy(this::ask).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_lost_piece_waits_for_the_senders_time_out_and_longer_when_it_is_lost_again() {
        Line line = new Line(Duration.ofMillis(100), 0.5, 0);
        Random chance = new Random(7);
        assertThat(java.util.stream.Stream.generate(() -> line.next(chance).toMillis()).limit(200))
                .contains(100L, 500L, 1_300L)
                .allMatch(time -> time >= 100);
    }
}
