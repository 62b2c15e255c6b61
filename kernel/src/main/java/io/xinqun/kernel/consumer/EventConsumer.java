package io.xinqun.kernel.consumer;

/// A running subscription.
///
/// State: runs from its start until [#close], which waits for the records in hand.
public interface EventConsumer extends AutoCloseable {

    boolean isRunning();

    @Override
    void close();
}
