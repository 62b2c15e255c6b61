package io.xinqun.local.wechat.api;

import tools.jackson.databind.node.ObjectNode;

/// Ways in which a notification can be wrong; a receiver must refuse every one of them.
public enum Forgery {
    NONE,
    AMOUNT,
    SIGNATURE,
    MERCHANT,
    APP_ID,
    CURRENCY,
    TIMESTAMP,
    SERIAL,
    DECRYPTION;

    /// Far outside any tolerance.
    private static final long SKEW_SECONDS = 3600;

    void applyTo(ObjectNode transaction) {
        switch (this) {
            case AMOUNT -> {
                ObjectNode amount = transaction.withObject("/amount");
                amount.put("total", amount.path("total").asLong() - 1);
            }
            case CURRENCY -> transaction.withObject("/amount").put("currency", "USD");
            case MERCHANT -> transaction.put("mchid", "1999999999");
            case APP_ID -> transaction.put("appid", "wx0000000000000000");
            default -> {
                // The others are wrong on the wire, not in what is said.
            }
        }
    }

    long skewSeconds() {
        return this == TIMESTAMP ? -SKEW_SECONDS : 0;
    }
}
