package io.xinqun.catalog.feed;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.feed.item.FeedRefused;
import io.xinqun.catalog.feed.item.FeedVerdict;
import io.xinqun.catalog.feed.report.FeedTally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads lines into items; what cannot be read has its verdict at once.
///
/// State: of one batch: the readable items wait for the verdicts of [ApplyFeed].
final class FeedLines {

    private final FeedIntake intake;
    private final List<Waiting> waiting = new ArrayList<>();
    private final FeedTally tally;

    private record Waiting(long line, FeedItem item) {}

    FeedLines(FeedIntake intake, FeedTally tally) {
        this.intake = intake;
        this.tally = tally;
    }

    void read(long line, byte @Nullable [] content) {
        read(line, content, null);
    }

    /// Reads an item that was announced to be about a certain SKU.
    void read(long line, byte @Nullable [] content, @Nullable String announced) {
        if (content == null || content.length > FeedLine.MAXIMUM_BYTES) {
            add(line, announced, tooLong());
            return;
        }
        try {
            FeedItem item = intake.format().read(content);
            if (announced != null && !announced.equals(item.supplierSku())) {
                throw new FeedRefused(
                                FeedCode.KEY_MISMATCH, "supplierSku", "the key names another SKU")
                        .of(item.supplierSku());
            }
            waiting.add(new Waiting(line, item));
        } catch (FeedRefused refused) {
            add(line, refused.supplierSku(), FeedVerdict.refused(refused.refusal()));
        }
    }

    List<FeedItem> items() {
        return waiting.stream().map(Waiting::item).toList();
    }

    void decided(List<FeedVerdict> verdicts) {
        for (int place = 0; place < verdicts.size(); place++) {
            Waiting decided = waiting.get(place);
            add(decided.line(), decided.item().supplierSku(), verdicts.get(place));
        }
    }

    void add(long line, @Nullable String supplierSku, FeedVerdict verdict) {
        tally.add(line, supplierSku, verdict);
        intake.meter().met(verdict.outcome());
    }

    private static FeedVerdict tooLong() {
        return FeedVerdict.refused(
                FeedCode.LINE_TOO_LONG,
                null,
                "a line has at most " + FeedLine.MAXIMUM_BYTES + " bytes");
    }
}
