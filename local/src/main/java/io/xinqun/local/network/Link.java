package io.xinqun.local.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// A way to a port of this machine that can be made slow, lossy or broken: a TCP proxy.
final class Link implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final int target;
    private final Supplier<Line> line;
    private final Random chance;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Link(int target, Supplier<Line> line, Random chance) throws IOException {
        this.target = target;
        this.line = line;
        this.chance = chance;
        this.entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /// Opens it at a port of its own.
    static Link to(int target, Supplier<Line> line, long seed) {
        try {
            Link link = new Link(target, line, new Random(seed));
            Thread.ofVirtual().name("link to " + target).start(link::accept);
            return link;
        } catch (IOException cause) {
            throw new UncheckedIOException("no link to port " + target, cause);
        }
    }

    /// Where to connect instead of the target.
    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException cause) {
                return;
            }
        }
    }

    /// A target that refuses is a caller that is refused.
    private void connect(Socket caller) {
        Socket callee = new Socket();
        open.add(caller);
        open.add(callee);
        try (caller;
                callee) {
            callee.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            caller.setTcpNoDelay(true);
            callee.setTcpNoDelay(true);
            Stream there = new Stream(caller, callee, line, chance);
            Stream back = new Stream(callee, caller, line, chance);
            Thread other = Thread.ofVirtual().start(back::flow);
            there.flow();
            other.join();
        } catch (IOException cause) {
            // Both ends are closed, which is all that either end would see of a broken line.
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
            open.remove(callee);
        }
    }

    /// Breaks every connection and takes no more.
    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("the link to " + target + " stays open", cause);
        }
    }
}
