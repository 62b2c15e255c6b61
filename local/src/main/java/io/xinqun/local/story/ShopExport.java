package io.xinqun.local.story;

import static io.xinqun.local.story.stage.Narrator.yuan;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.ExportLine;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A shop's export becomes a feed, and is sold from.
final class ShopExport implements Story {
    private static final String SAMPLE = "/shop-export-sample.ndjson";
    private static final int BOUGHT = 3;

    @Override
    public String name() {
        return "shop-export";
    }

    @Override
    public String summary() {
        return "a shop's export (sample, or --file PATH) mapped to the feed and sold";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("The export is mapped: yuan to fen, categories, attributes, brands or none");
        Instant counted = Clock.systemUTC().instant();
        List<FeedItem> items =
                lines(stage.arguments().file()).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> ExportLine.read(line).toFeed(counted))
                        .toList();
        tell.check(items.size() + " lines mapped", !items.isEmpty());

        tell.step("A supplier feeds it and it is put on sale");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("export"), "一家老店");
        Market market = new Market(operator, stage.passerBy(0).person());
        List<Goods> goods = market.putUp(supplier, stage.named("delivery"), items);
        tell.checkEqual("on sale", items.size(), goods.size());
        JsonNode again = supplier.feed(stage.named("again"), items);
        tell.checkEqual("fed again, unchanged", items.size(), again.path("unchanged").asInt());

        tell.step(BOUGHT + " people buy from it");
        for (int person = 0; person < BOUGHT; person++) {
            int index = person * (items.size() - 1) / BOUGHT;
            buy(stage, person + 1, goods.get(index), items.get(index));
        }
        JsonNode proof = operator.proofThatHolds(Duration.ofSeconds(60));
        tell.check("the proof holds", proof.path("holds").asBoolean());
    }

    private static void buy(Stage stage, int person, Goods article, FeedItem item) {
        Buyer buyer = stage.passerBy(person);
        long price = item.json().path("directFen").asLong();
        String order =
                buyer.orderOne(article.sku(), stage.named("order-" + person))
                        .expect(201)
                        .text("/id");
        JsonNode paid =
                stage.wechat()
                        .pay(
                                buyer.payment(order, stage.named("payment-" + person))
                                        .expect(200, 201)
                                        .json());
        buyer.awaitState(order, "paid", Duration.ofSeconds(60));
        stage.narrator()
                .checkEqual(
                        article.name() + " for " + yuan(price),
                        price,
                        paid.path("amountFen").asLong());
    }

    private static List<String> lines(String file) {
        try (InputStream sample = ShopExport.class.getResourceAsStream(SAMPLE)) {
            if (file.isEmpty() && sample == null) {
                throw new StoryFailure("the sample is missing");
            }
            String text =
                    file.isEmpty()
                            ? new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                            : Files.readString(Path.of(file));
            return text.lines().toList();
        } catch (IOException cause) {
            throw new StoryFailure("the export cannot be read: " + file, cause);
        }
    }
}
