package io.xinqun.commission.proof.client;

import io.xinqun.commission.proof.ProviderBooks.ProviderBooksUnavailable;
import io.xinqun.commission.proof.ProviderLine;
import io.xinqun.kernel.money.Fen;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// WeChat's trade bill: a header, a line per payment and per refund, each value after a back quote,
/// then a summary.
///
/// Shape: columns are found by their names, so that new ones do no harm. Units: yuan with two
/// decimals there, fen here; times are Beijing's. Source:
/// https://pay.weixin.qq.com/doc/v3/merchant/4012791865 (trade bill, all).
final class TradeBillFormat {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String REFUND = "REFUND";
    private static final int FEN_PER_YUAN_DIGITS = 2;

    private static final String AT = "交易时间";
    private static final String TRANSACTION = "微信订单号";
    private static final String STATE = "交易状态";
    private static final String PAID = "应结订单金额";
    private static final String REFUND_NUMBER = "商户退款单号";
    private static final String REFUNDED = "退款金额";
    private static final String FEE = "手续费";
    private static final List<String> NEEDED =
            List.of(AT, TRANSACTION, STATE, PAID, REFUND_NUMBER, REFUNDED, FEE);

    private final Map<String, Integer> columns = new HashMap<>();

    TradeBillFormat(String header) {
        String[] names = header.replace("\uFEFF", "").split(",", -1);
        for (int column = 0; column < names.length; column++) {
            columns.put(names[column].strip(), column);
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw unreadable("its header");
        }
    }

    /// The summary's header follows the last line and has no back quotes.
    boolean isLine(String text) {
        return text.startsWith("`");
    }

    ProviderLine parse(String text) {
        String[] values = text.substring(1).split(",`", -1);
        if (values.length < columns.size()) {
            throw unreadable("a line of " + values.length + " columns");
        }
        try {
            boolean refund = value(values, STATE).equals(REFUND);
            return new ProviderLine(
                    value(values, TRANSACTION),
                    refund ? value(values, REFUND_NUMBER) : null,
                    fen(value(values, refund ? REFUNDED : PAID)),
                    refund ? fen(value(values, FEE)).negated() : fen(value(values, FEE)),
                    time(value(values, AT)));
        } catch (DateTimeException | ArithmeticException | NumberFormatException wrong) {
            throw unreadable(wrong.getClass().getSimpleName());
        }
    }

    private String value(String[] values, String column) {
        return values[columns.getOrDefault(column, 0)].strip();
    }

    private static Fen fen(String yuan) {
        return Fen.of(new BigDecimal(yuan).movePointRight(FEN_PER_YUAN_DIGITS).longValueExact());
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
    }

    private static ProviderBooksUnavailable unreadable(String what) {
        String reason = "the bill cannot be read: " + what;
        return new ProviderBooksUnavailable(reason, new IOException(reason));
    }
}
