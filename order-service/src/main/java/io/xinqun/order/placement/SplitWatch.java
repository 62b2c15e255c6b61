package io.xinqun.order.placement;

import io.xinqun.order.order.line.OrderLine;
import java.util.List;

/// Looks at how the money of new orders is split.
public interface SplitWatch {

    /// The lines of an order that was placed, once per order.
    void placed(List<OrderLine> lines);
}
