package io.xinqun.order.tracking;

import io.xinqun.order.order.Milestone;
import io.xinqun.order.order.Order;
import java.util.List;

/// What a watcher has been told: the last sequence, and what came on top of it.
record Told(long last, List<Milestone> fresh) {

    Told(long last) {
        this(last, List.of());
    }

    Told with(Order order) {
        List<Milestone> news =
                order.milestones().stream().filter(each -> each.sequence() > last).toList();
        return new Told(news.isEmpty() ? last : news.getLast().sequence(), news);
    }
}
