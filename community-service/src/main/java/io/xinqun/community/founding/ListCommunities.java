package io.xinqun.community.founding;

import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Community;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The open communities, a page at a time.
///
/// Errors: `invalid-request` for a cursor that was not made here.
public final class ListCommunities {

    private final Communities communities;

    public ListCommunities(Communities communities) {
        this.communities = communities;
    }

    public Mono<Page<Community>> handle(@Nullable String cursor, int size) {
        String last = cursor == null ? null : Cursor.decode(cursor).getFirst();
        // One more than asked for tells whether there is a next page.
        return communities.open(last, size + 1).map(found -> page(found, size));
    }

    private static Page<Community> page(List<Community> found, int size) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<Community> items = found.subList(0, size);
        return new Page<>(items, Cursor.encode(items.getLast().id()));
    }
}
