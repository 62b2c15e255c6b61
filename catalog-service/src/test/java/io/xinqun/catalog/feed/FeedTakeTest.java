package io.xinqun.catalog.feed;

import static io.xinqun.catalog.feed.FeedItems.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.feed.item.FeedOutcome;
import io.xinqun.catalog.feed.item.FeedVerdict;
import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.ProductChange;
import io.xinqun.catalog.model.product.ProductEvent.OfferChanged;
import io.xinqun.catalog.model.product.ProductEvent.StockCounted;
import io.xinqun.catalog.model.product.ProductKind;
import io.xinqun.catalog.model.product.StockCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedTakeTest {

    private static final String SUPPLIER = "s1";

    private final FeedTake take = new FeedTake(null);

    /// Version 5 of "rice" is there, counted 10 at noon.
    @ParameterizedTest
    @CsvSource({
        "4, rice, ,   ,  STALE,     ",
        "5, rice, ,   ,  UNCHANGED, ",
        "6, rice, ,   ,  ACCEPTED,  ",
        "6, corn, ,   ,  ACCEPTED,  ",
        "4, corn, ,   ,  STALE,     ",
        "5, corn, ,   ,  REFUSED,   VERSION_REUSED",
        "5, rice, 10, 0, UNCHANGED, ",
        "5, rice, 9,  0, REFUSED,   COUNT_REUSED",
        "6, rice, 9,  0, REFUSED,   COUNT_REUSED",
        "5, rice, 9, -1, UNCHANGED, ",
        "4, rice, 9, -1, STALE,     ",
        "5, rice, 9,  1, ACCEPTED,  ",
        "4, corn, 9,  1, ACCEPTED,  ",
    })
    void a_version_and_a_count_meet_what_is_known(
            long version, String name, Long count, Integer seconds, String outcome, String code) {
        take.take(SUPPLIER, item(5, "rice", new StockCount(10, NOON)));
        StockCount fed = count == null ? null : new StockCount(count, NOON.plusSeconds(seconds));

        FeedVerdict verdict = take.take(SUPPLIER, item(version, name, fed));

        assertThat(verdict.outcome()).isEqualTo(FeedOutcome.valueOf(outcome));
        assertThat(verdict.refusal() == null ? null : verdict.refusal().code().name())
                .isEqualTo(code);
    }

    private static FeedItem item(long version, String name, StockCount stock) {
        return FeedItems.item(
                new FeedItem.Name("A", version, "P1"), name, ProductKind.GOODS, stock);
    }

    @Test
    void a_count_of_a_stale_item_is_told_and_its_offer_is_not() {
        Product known = changed(item(5, "rice", null)).after();
        FeedTake again = new FeedTake(known);
        again.take(SUPPLIER, item(4, "corn", new StockCount(3, NOON)));

        ProductChange change = again.change(NOON).orElseThrow();

        assertThat(change.events()).singleElement().isInstanceOf(StockCounted.class);
        assertThat(change.after().details().name()).isEqualTo("rice");
    }

    @Test
    void several_items_of_a_product_are_one_change_with_one_offer() {
        take.take(SUPPLIER, FeedItems.item("A", 1, "rice"));
        take.take(SUPPLIER, FeedItems.item("B", 1, "rice"));
        take.take(SUPPLIER, FeedItems.item("A", 2, "corn"));

        ProductChange change = take.change(NOON).orElseThrow();

        assertThat(change.events()).singleElement().isInstanceOf(OfferChanged.class);
        assertThat(change.after().skus()).hasSize(2);
        assertThat(take.added()).hasSize(2);
    }

    @Test
    void the_kind_of_a_product_stays() {
        take.take(SUPPLIER, FeedItems.ofKind(ProductKind.GOODS, "A", 1));
        FeedVerdict verdict = take.take(SUPPLIER, FeedItems.ofKind(ProductKind.DIGITAL, "B", 1));
        assertThat(verdict.refusal().code()).isEqualTo(FeedCode.KIND_CHANGED);
    }

    @Test
    void the_two_hundredth_sku_fits_and_the_next_is_refused() {
        for (int sku = 1; sku <= Product.MAXIMUM_SKUS; sku++) {
            FeedVerdict verdict = take.take(SUPPLIER, FeedItems.item("S" + sku, 1, "rice"));
            assertThat(verdict).isEqualTo(FeedVerdict.ACCEPTED);
        }
        FeedVerdict verdict = take.take(SUPPLIER, FeedItems.item("T", 1, "rice"));
        assertThat(verdict.refusal().code()).isEqualTo(FeedCode.TOO_MANY_SKUS);
    }

    @Test
    void nothing_new_is_no_change() {
        Product known = changed(FeedItems.item("A", 1, "rice")).after();
        FeedTake again = new FeedTake(known);
        again.take(SUPPLIER, FeedItems.item("A", 1, "rice"));
        assertThat(again.change(NOON)).isEmpty();
    }

    /// Any order, any cut into takes, any repeats: the same product comes out.
    @ParameterizedTest
    @ValueSource(longs = {3, 33, 333})
    void the_order_of_arrival_does_not_matter(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<FeedItem> items = items(random);
            Product straight = feed(items, random);
            Collections.shuffle(items, random);
            Product shuffled = feed(items, random);
            assertThat(shuffled.skus())
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(straight.skus());
            assertThat(shuffled.details()).isEqualTo(straight.details());
            assertThat(shuffled.source()).isEqualTo(straight.source());
        }
    }

    private static List<FeedItem> items(Random random) {
        List<FeedItem> items = new ArrayList<>();
        for (int item = 0; item < 12; item++) {
            long version = 1 + random.nextInt(4);
            String sku = "S" + random.nextInt(3);
            // What a version says, and what a moment counted, is the same each time it is told.
            Instant countedAt = NOON.plusSeconds(random.nextInt(4));
            StockCount stock = new StockCount(countedAt.getEpochSecond() % 97, countedAt);
            FeedItem.Name id = new FeedItem.Name(sku, version, "P1");
            items.add(FeedItems.item(id, sku + "-" + version, ProductKind.GOODS, stock));
        }
        return items;
    }

    private static Product feed(List<FeedItem> items, Random random) {
        Product product = null;
        FeedTake take = new FeedTake(null);
        for (FeedItem item : items) {
            take.take(SUPPLIER, item);
            if (random.nextBoolean()) {
                product = take.change(NOON).map(ProductChange::after).orElse(product);
                take = new FeedTake(product);
            }
        }
        return take.change(NOON).map(ProductChange::after).orElse(product);
    }

    private static ProductChange changed(FeedItem item) {
        FeedTake take = new FeedTake(null);
        take.take(SUPPLIER, item);
        return take.change(NOON).orElseThrow();
    }
}
