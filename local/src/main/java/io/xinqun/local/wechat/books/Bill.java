package io.xinqun.local.wechat.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The trade bill of one business day, in the columns and back-quotes of the real one.
///
/// Shape: a header, one row per payment and per refund that succeeded, a summary of two lines.
/// Units: yuan with two decimals, as WeChat prints them; the only place with yuan.
public final class Bill {
    /// WeChat's own day, wherever the merchant is.
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final String HEADER =
            "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
                    + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,"
                    + "手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final String RATE = "0.60%";

    private final Books books;

    public Bill(Books books) {
        this.books = books;
    }

    /// The bill of `day`, without what happened after `cut`.
    public String csv(LocalDate day, Instant cut) {
        List<Payment> paid = new ArrayList<>();
        for (Payment payment : books.payments()) {
            if (payment.paidAt() != null && within(payment.paidAt(), day, cut)) {
                paid.add(payment);
            }
        }
        List<Refund> back = new ArrayList<>();
        for (Refund refund : books.refunds()) {
            if (refund.succeededAt() != null && within(refund.succeededAt(), day, cut)) {
                back.add(refund);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        paid.forEach(payment -> lines.add(row(payment)));
        back.forEach(refund -> lines.add(row(refund, books.payment(refund.number()))));
        lines.add(SUMMARY);
        lines.add(summary(paid, back));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String row(Payment payment) {
        String amount = yuan(payment.amountFen());
        return quoted(
                time(payment.paidAt()),
                payment.appId(),
                payment.merchant(),
                "0",
                "",
                text(payment.transactionId()),
                payment.number(),
                payment.openId(),
                "JSAPI",
                "SUCCESS",
                "OTHERS",
                "CNY",
                amount,
                "0.00",
                "0",
                "0",
                "0.00",
                "0.00",
                "",
                "",
                payment.description(),
                payment.attach(),
                yuan(payment.feeFen()),
                RATE,
                amount,
                "0.00",
                "");
    }

    private static String row(Refund refund, Payment payment) {
        String amount = yuan(refund.amountFen());
        return quoted(
                time(refund.succeededAt()),
                payment.appId(),
                payment.merchant(),
                "0",
                "",
                refund.transactionId(),
                refund.number(),
                payment.openId(),
                "JSAPI",
                "REFUND",
                "OTHERS",
                "CNY",
                "0.00",
                "0.00",
                refund.refundId(),
                refund.refundNumber(),
                amount,
                "0.00",
                "ORIGINAL",
                "SUCCESS",
                payment.description(),
                payment.attach(),
                yuan(-refund.feeFen()),
                RATE,
                "0.00",
                amount,
                "");
    }

    private static String summary(List<Payment> paid, List<Refund> back) {
        String total = yuan(paid.stream().mapToLong(Payment::amountFen).sum());
        String returned = yuan(back.stream().mapToLong(Refund::amountFen).sum());
        long fees =
                paid.stream().mapToLong(Payment::feeFen).sum()
                        - back.stream().mapToLong(Refund::feeFen).sum();
        return quoted(
                Integer.toString(paid.size() + back.size()),
                total,
                returned,
                "0.00",
                yuan(fees),
                total,
                returned);
    }

    private static boolean within(Instant at, LocalDate day, Instant cut) {
        return !at.isAfter(cut) && LocalDate.ofInstant(at, ZONE).equals(day);
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String quoted(String... values) {
        List<String> cells = new ArrayList<>();
        for (String value : values) {
            cells.add("`" + value.replace(',', ' '));
        }
        return String.join(",", cells);
    }
}
