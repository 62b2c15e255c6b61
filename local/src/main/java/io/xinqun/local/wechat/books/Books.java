package io.xinqun.local.wechat.books;

import io.xinqun.local.wechat.wire.WechatCipher;
import io.xinqun.local.wechat.wire.WechatError;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// WeChat's own books of one merchant: every payment and refund, durable before it is answered.
///
/// Shape: one line of JSON per change; the last line of a number is its state. State: a payment is
/// paid once and never unpaid; refunds together never exceed it. Errors: [WechatError] with the
/// codes of the real API.
public final class Books implements AutoCloseable {
    /// WeChat's own limit of refunds per payment.
    private static final int MOST_REFUNDS = 50;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final BooksFile file;
    private final Clock clock;

    public Books(Path directory, Clock clock) {
        this.clock = clock;
        this.file = new BooksFile(directory.resolve("books.ndjson"));
        file.lines().forEach(this::replay);
    }

    /// Takes a payment in; the same request again gives the same prepay id.
    public synchronized Payment announce(Payment asked) {
        Payment known = payments.get(asked.number());
        if (known == null) {
            return save(asked);
        }
        if (known.moneyMoved()) {
            throw new WechatError(400, "ORDERPAID", "该订单已支付");
        }
        if (known.state() == Payment.State.CLOSED) {
            throw new WechatError(400, "ORDER_CLOSED", "订单已关闭");
        }
        if (!known.sameRequest(asked)) {
            throw new WechatError(400, "INVALID_REQUEST", "201 商户订单号重复");
        }
        return known;
    }

    /// The user pays. Paying twice, a closed or an expired payment is refused.
    public synchronized Payment pay(String number) {
        Payment known = payment(number);
        Instant now = clock.instant();
        if (known.state() == Payment.State.CLOSED) {
            throw new WechatError(400, "ORDER_CLOSED", "订单已关闭");
        }
        if (known.moneyMoved()) {
            throw new WechatError(400, "ORDERPAID", "该订单已支付");
        }
        if (known.expiresAt() != null && now.isAfter(known.expiresAt())) {
            throw new WechatError(400, "ORDER_EXPIRED", "订单已过期");
        }
        return save(known.paid(transactionOf(known), now));
    }

    public synchronized void close(String number) {
        Payment known = payment(number);
        if (known.moneyMoved()) {
            throw new WechatError(400, "ORDERPAID", "该订单已支付");
        }
        if (known.state() != Payment.State.CLOSED) {
            save(known.with(Payment.State.CLOSED));
        }
    }

    /// Takes a refund in; the same number again is the same refund.
    public synchronized Refund refund(Refund asked) {
        Refund known = refunds.get(asked.refundNumber());
        if (known != null) {
            if (known.amountFen() != asked.amountFen() || !known.number().equals(asked.number())) {
                throw new WechatError(400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致");
            }
            return known;
        }
        Payment payment = payment(asked.number());
        checkRefundable(payment, asked);
        save(asked);
        save(payment.with(Payment.State.REFUND));
        return asked;
    }

    public synchronized Refund end(String refundNumber, Refund.State state) {
        Refund known = refund(refundNumber);
        return known.state() == Refund.State.PROCESSING
                ? save(known.ended(state, clock.instant()))
                : known;
    }

    public synchronized Payment payment(String number) {
        Payment known = payments.get(number);
        if (known == null) {
            throw new WechatError(404, "ORDER_NOT_EXIST", "订单不存在");
        }
        return known;
    }

    public synchronized Refund refund(String refundNumber) {
        Refund known = refunds.get(refundNumber);
        if (known == null) {
            throw new WechatError(404, "RESOURCE_NOT_EXISTS", "退款单不存在");
        }
        return known;
    }

    public synchronized @Nullable Payment find(Predicate<Payment> wanted) {
        return payments.values().stream().filter(wanted).findFirst().orElse(null);
    }

    public synchronized List<Payment> payments() {
        return List.copyOf(payments.values());
    }

    public synchronized List<Refund> refunds() {
        return List.copyOf(refunds.values());
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    /// 28 digits as the real ones, one per prepay id, never the merchant's own number.
    private static String transactionOf(Payment payment) {
        byte[] digest = WechatCipher.sha256(payment.prepayId());
        return "4200" + "%024d".formatted(new BigInteger(1, digest).mod(BigInteger.TEN.pow(24)));
    }

    private void checkRefundable(Payment payment, Refund asked) {
        Collection<Refund> earlier =
                refunds.values().stream()
                        .filter(refund -> refund.number().equals(payment.number()))
                        .filter(refund -> refund.state() != Refund.State.CLOSED)
                        .toList();
        long taken = earlier.stream().mapToLong(Refund::amountFen).sum();
        if (!payment.moneyMoved()) {
            throw new WechatError(400, "INVALID_REQUEST", "订单未支付");
        }
        if (asked.totalFen() != payment.amountFen()) {
            throw new WechatError(400, "PARAM_ERROR", "原订单金额不正确");
        }
        if (earlier.size() >= MOST_REFUNDS || taken + asked.amountFen() > payment.amountFen()) {
            throw new WechatError(403, "NOT_ENOUGH", "退款金额超出可退金额或次数");
        }
    }

    private Payment save(Payment payment) {
        file.append(json.writeValueAsString(payment));
        payments.put(payment.number(), payment);
        return payment;
    }

    private Refund save(Refund refund) {
        file.append(json.writeValueAsString(refund));
        refunds.put(refund.refundNumber(), refund);
        return refund;
    }

    private void replay(String line) {
        JsonNode node = json.readTree(line);
        if (node.has("refundNumber")) {
            Refund refund = json.treeToValue(node, Refund.class);
            refunds.put(refund.refundNumber(), refund);
        } else {
            Payment payment = json.treeToValue(node, Payment.class);
            payments.put(payment.number(), payment);
        }
    }
}
