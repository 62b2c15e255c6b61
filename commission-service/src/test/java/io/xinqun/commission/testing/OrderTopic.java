package io.xinqun.commission.testing;

import io.xinqun.commission.accrual.PaidLine;
import io.xinqun.commission.accrual.PaidOrder;
import io.xinqun.commission.accrual.PaidOrders;
import io.xinqun.commission.accrual.Share;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.KafkaNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells of orders as order-service would.
public final class OrderTopic {

    public static final String NAME = "order.events.v1";
    public static final int PARTITIONS = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KafkaTemplate<String, byte[]> kafka;
    private final KafkaNames names;

    public OrderTopic(KafkaTemplate<String, byte[]> kafka, KafkaNames names) {
        this.kafka = kafka;
        this.names = names;
    }

    public void send(Event event) {
        kafka.send(record(event)).join();
    }

    public void sendAll(List<Event> events) {
        CompletableFuture.allOf(
                        events.stream()
                                .map(event -> kafka.send(record(event)))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    /// To a partition that its key would never choose, as a topic with another number of partitions
    /// would.
    public void sendTo(int partition, Event event) {
        ProducerRecord<String, byte[]> record = record(event);
        kafka.send(
                        new ProducerRecord<>(
                                record.topic(),
                                partition,
                                record.key(),
                                record.value(),
                                record.headers()))
                .join();
    }

    private ProducerRecord<String, byte[]> record(Event event) {
        return EventCodec.toRecord(names.topic(NAME), event.subject(), event);
    }

    public static Event paid(PaidOrder order) {
        return event(order.cause().orderId(), 3, "order.paid.v1", json(order).toString());
    }

    public static Event refund(String type, String order, String refund, long amount) {
        ObjectNode data =
                JSON.createObjectNode()
                        .put("orderId", order)
                        .put("refundNumber", refund)
                        .put("transactionId", "late-" + order)
                        .put("amountFen", amount)
                        .put("reason", "late-payment")
                        .put("at", "2026-11-22T09:05:00Z")
                        .put("receiptBooked", false);
        return event(order, type.endsWith("requested.v1") ? 4 : 5, type, data.toString());
    }

    public static Event event(String order, long sequence, String type, String data) {
        return new Event(
                order + ":" + sequence,
                type,
                "order-service",
                order,
                sequence,
                null,
                null,
                null,
                PaidOrders.AT,
                data.getBytes(StandardCharsets.UTF_8));
    }

    public static ObjectNode json(PaidOrder order) {
        ObjectNode data =
                JSON.createObjectNode()
                        .put("orderId", order.cause().orderId())
                        .put("buyerId", "buyer")
                        .put("placedAt", order.at().toString())
                        .put("paidAt", order.at().toString())
                        .put("goodsFen", order.paid().minus(order.freight()).amount())
                        .put("freightFen", order.freight().amount())
                        .put("payableFen", order.paid().amount());
        data.putObject("attribution")
                .put("sharer", "c-1")
                .put("link", "Xq7Lm2")
                .put("channel", "group")
                .put("policyVersion", 1)
                .put("bindingVersion", 1);
        data.putObject("payment")
                .put("provider", "wechat")
                .put("number", order.cause().orderId())
                .put("transactionId", Objects.requireNonNull(order.cause().transactionId()))
                .put("amountFen", order.paid().amount());
        ArrayNode lines = data.putArray("lines");
        order.lines().forEach(line -> lines.add(json(line)));
        return data;
    }

    private static ObjectNode json(PaidLine line) {
        ObjectNode data =
                JSON.createObjectNode()
                        .put("lineId", line.lineId())
                        .put("skuId", "sku")
                        .put("productId", "product")
                        .put("supplierId", "supplier")
                        .put("kind", "goods")
                        .put("quantity", 1)
                        .put("unitPriceFen", line.paid().amount())
                        .put("priceTier", "curator")
                        .put("paidFen", line.paid().amount());
        ArrayNode split = data.putArray("split");
        line.split().forEach(share -> split.add(json(share)));
        return data;
    }

    private static ObjectNode json(Share share) {
        ObjectNode data =
                JSON.createObjectNode()
                        .put("role", share.role().text())
                        .put("account", share.account())
                        .put("amountFen", share.amount().amount());
        RuleReference rule = share.rule();
        if (rule != null && rule.rate() != null) {
            data.putObject("rule")
                    .put("planId", rule.planId())
                    .put("version", rule.version())
                    .put("baseFen", rule.base().amount())
                    .put("rateBasisPoints", rule.rate().value());
        }
        return data;
    }
}
