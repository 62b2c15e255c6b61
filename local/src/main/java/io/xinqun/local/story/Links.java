package io.xinqun.local.story;

import static io.xinqun.local.story.stage.Narrator.yuan;

import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Curator;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.cast.Wallet;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Who gets the credit when people open several links, or links that are not theirs.
final class Links implements Story {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long SUPPLY = 1_200;
    private static final long DIRECT = 3_000;
    private static final long THROUGH_A_LINK = 2_500;
    private static final long COMMISSION = THROUGH_A_LINK / 10;

    @Override
    public String name() {
        return "links";
    }

    @Override
    public String summary() {
        return "two curators' links, and a link that is one's own, somebody else's or changed";
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("A bakery, 10 % commission for the last link, and two curators");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("bakery"), "晨光烘焙");
        operator.platformPlan(1_000, 200);
        operator.referralPolicy("last-touch", 30);
        FeedItem bread = FeedItem.of("BREAD", "老面欧包", "粮油", "面点");
        bread.priced(SUPPLY, DIRECT).cheaper(THROUGH_A_LINK, 2_800);
        bread.counted(20, Clock.systemUTC().instant());
        Market market = new Market(operator, stage.passerBy(0).person());
        Goods goods = market.putUp(supplier, stage.named("delivery"), List.of(bread)).getFirst();
        Curator an = stage.curator(operator, "an", "");
        Curator bei = stage.curator(operator, "bei", "");
        String linkOfAn = an.share(goods.product(), "", "group");
        String linkOfBei = bei.share(goods.product(), "", "moments");

        lastLink(stage, goods, linkOfAn, linkOfBei);
        new Wallet(bei.person(), "Bei, whose link was opened last").awaitFrozen(tell, COMMISSION);
        notTheirs(stage, goods, linkOfAn);
        ownLink(stage, goods, an, linkOfAn);
        tell.step("When all three orders are booked to their end, An has earned nothing");
        new Wallet(supplier.person(), "the supplier").awaitFrozen(tell, 3 * SUPPLY);
        booked(tell, operator);
        new Wallet(bei.person(), "Bei").awaitFrozen(tell, COMMISSION);
        tell.checkEqual("frozen for An", 0L, an.wallet().path("frozenFen").asLong(-1));
    }

    /// No booking is open any more, so nobody's share is still on its way.
    private static void booked(Narrator tell, Operator operator) {
        JsonNode proof =
                Waiting.until(
                        "every booking closed",
                        LIMIT,
                        operator::proof,
                        seen ->
                                seen.path("holds").asBoolean()
                                        && seen.at("/deposit/open").asLong(-1) == 0);
        tell.check("the proof holds", proof.path("holds").asBoolean());
    }

    private static void lastLink(Stage stage, Goods goods, String first, String last) {
        Narrator tell = stage.narrator();
        tell.step("Mei opens An's link, then Bei's, and buys");
        Buyer mei = stage.buyer("mei-links");
        mei.visit(first);
        String token = mei.visit(last);
        awaitQuote(mei, goods, token, THROUGH_A_LINK);
        pay(stage, mei, goods, token, THROUGH_A_LINK);
    }

    private static void notTheirs(Stage stage, Goods goods, String link) {
        Narrator tell = stage.narrator();
        tell.step("Somebody uses Mei's token, and one with a changed letter");
        Buyer hua = stage.buyer("hua-links");
        Buyer mei = stage.buyer("mei-links");
        String token = mei.visit(link);
        tell.checkEqual(
                "somebody else's token: the direct price",
                DIRECT,
                hua.quote(goods.sku(), 1, token).number("/payableFen"));
        tell.checkEqual(
                "a changed token: the direct price",
                DIRECT,
                mei.quote(goods.sku(), 1, changed(token)).number("/payableFen"));
        tell.checkEqual(
                "no token at all: the direct price",
                DIRECT,
                hua.quote(goods.sku(), 1, "").number("/payableFen"));
        pay(stage, hua, goods, token, DIRECT);
    }

    private static void ownLink(Stage stage, Goods goods, Curator an, String link) {
        stage.narrator().step("An buys through her own link");
        Buyer self = new Buyer(an.person(), an.account(), stage.named("an"));
        pay(stage, self, goods, self.visit(link), DIRECT);
    }

    /// Changes a letter in the middle of what is signed.
    private static String changed(String token) {
        int at = token.indexOf('.') + 10;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    private static void awaitQuote(Buyer buyer, Goods goods, String token, long payable) {
        Waiting.until(
                "a quote of " + yuan(payable),
                LIMIT,
                () -> buyer.quote(goods.sku(), 1, token),
                reply -> reply.number("/payableFen") == payable);
    }

    private static void pay(Stage stage, Buyer buyer, Goods goods, String token, long payable) {
        String key = stage.named("links-" + buyer.account());
        Reply placed = buyer.order(Buyer.sent(Buyer.basket(goods.sku(), 1, token)), key);
        stage.narrator().checkEqual("to pay", payable, placed.expect(201).number("/payableFen"));
        Reply payment = buyer.payment(placed.text("/id"), key + "-payment").expect(200, 201);
        stage.wechat().pay(payment.json());
        buyer.awaitState(placed.text("/id"), "paid", LIMIT);
    }
}
