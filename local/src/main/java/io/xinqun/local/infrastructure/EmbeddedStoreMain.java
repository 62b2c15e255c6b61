package io.xinqun.local.infrastructure;

import java.util.concurrent.CountDownLatch;

/// Serves the in-JVM store as a process of its own. Argument: port.
public final class EmbeddedStoreMain {

    private EmbeddedStoreMain() {}

    /// Serves until the process is ended.
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.start(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        new CountDownLatch(1).await();
    }
}
