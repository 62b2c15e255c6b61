package io.xinqun.local.story;

import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.stage.Crowd;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// 200 people want one of ten at the same moment.
record SoldOut(String name, Map<String, Integer> instances) implements Story {
    private static final int PEOPLE = 200;
    private static final int STOCK = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int ASKED_AGAIN = 30;

    @Override
    public String summary() {
        String programs = instances.isEmpty() ? "" : ", with instances " + instances;
        return PEOPLE + " parallel orders for " + STOCK + " pieces" + programs;
    }

    @Override
    public void play(Stage stage) {
        Narrator tell = stage.narrator();
        tell.step("A supplier has " + STOCK + " jars of honey");
        Operator operator = stage.operator();
        Supplier supplier = operator.openSupplier(stage.named("bees"), "百花蜂场");
        FeedItem honey = FeedItem.of("HONEY", "山野百花蜜 500 克", "粮油", "蜂蜜");
        honey.priced(2_800, 4_900).counted(STOCK, Clock.systemUTC().instant());
        Market market = new Market(operator, stage.passerBy(0).person());
        Goods goods = market.putUp(supplier, stage.named("delivery"), List.of(honey)).getFirst();
        market.awaitFree(goods, STOCK);

        tell.step(PEOPLE + " people order one each, at once");
        List<Reply> replies = Crowd.atOnce(PEOPLE, person -> decided(stage, goods, person));
        count(tell, replies);
        repeat(stage, goods, replies);
        JsonNode stock = operator.stock(goods.unit());
        tell.checkEqual("free", 0L, stock.path("free").asLong(-1));
        tell.say("the catalog says " + stock);
    }

    /// A 202 is an order whose stock is still asked for, and without an answer nothing is known;
    /// who asks again under the same key waits on for the same order.
    private static Reply decided(Stage stage, Goods goods, int person) {
        Reply reply = ask(stage, goods, person);
        for (int again = 0; isOpen(reply) && again < ASKED_AGAIN; again++) {
            LockSupport.parkNanos(RETRY_AFTER.toNanos());
            reply = ask(stage, goods, person);
        }
        return reply;
    }

    private static boolean isOpen(Reply reply) {
        return reply.is(202) || reply.undecided();
    }

    private static Reply ask(Stage stage, Goods goods, int person) {
        return stage.passerBy(person).orderOne(goods.sku(), stage.named("order-" + person));
    }

    private static void count(Narrator tell, List<Reply> replies) {
        long soldOut =
                replies.stream()
                        .filter(reply -> reply.is(409) && reply.code().equals("sold-out"))
                        .count();
        tell.checkEqual("accepted (201)", (long) STOCK, of(replies, 201));
        tell.checkEqual("sold out (409)", (long) PEOPLE - STOCK, soldOut);
        tell.checkEqual("undecided (202)", 0L, of(replies, 202));
        tell.checkEqual(
                "anything else",
                0L,
                replies.size() - of(replies, 201) - of(replies, 202) - soldOut);
        replies.stream()
                .filter(reply -> !reply.is(201) && !reply.is(409))
                .limit(3)
                .forEach(reply -> tell.say("for example " + reply));
    }

    /// Whoever asks again under the same key gets the same answer.
    private static void repeat(Stage stage, Goods goods, List<Reply> replies) {
        List<Integer> asked =
                List.of(first(replies, 201), first(replies, 409)).stream()
                        .filter(person -> person >= 0)
                        .toList();
        for (int person : asked) {
            Reply again = ask(stage, goods, person);
            Reply before = replies.get(person);
            boolean same =
                    before.is(201)
                            ? again.succeeded() && again.text("/id").equals(before.text("/id"))
                            : again.is(409);
            stage.narrator().check("asked again after " + before.status() + ": the same", same);
        }
    }

    private static int first(List<Reply> replies, int status) {
        for (int person = 0; person < replies.size(); person++) {
            if (replies.get(person).is(status)) {
                return person;
            }
        }
        return -1;
    }

    private static long of(List<Reply> replies, int status) {
        return replies.stream().filter(reply -> reply.is(status)).count();
    }
}
