package io.xinqun.order.placement;

/// Refuses at once what the owner of the stock refused a moment ago. Never the truth: an entry
/// lives a second at most, and without it the owner decides.
public interface SoldOutGate {

    boolean isClosed(String unit);

    /// The owner said that nothing is left.
    void close(String unit);

    /// The owner said that there is something again.
    void open(String unit);
}
