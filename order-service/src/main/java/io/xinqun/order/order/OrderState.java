package io.xinqun.order.order;

import io.xinqun.order.order.money.Receipt;
import java.util.Arrays;
import java.util.Optional;

/// Where an order stands, with what only that state knows.
///
/// State: [OrderTransition] lists every legal move between them.
public sealed interface OrderState {

    Name name();

    /// The money that this state rests on.
    default Optional<Receipt> receipt() {
        return Optional.empty();
    }

    /// Saved, its stock is asked for.
    record Placing() implements OrderState {
        @Override
        public Name name() {
            return Name.PLACING;
        }
    }

    /// Its stock is held until the deadline.
    record AwaitingPayment() implements OrderState {
        @Override
        public Name name() {
            return Name.AWAITING_PAYMENT;
        }
    }

    /// The stock was not there.
    record Refused() implements OrderState {
        @Override
        public Name name() {
            return Name.REFUSED;
        }
    }

    /// Nobody paid in time.
    record Expired() implements OrderState {
        @Override
        public Name name() {
            return Name.EXPIRED;
        }
    }

    /// The buyer changed his mind before paying.
    record Cancelled() implements OrderState {
        @Override
        public Name name() {
            return Name.CANCELLED;
        }
    }

    /// The money came after the end; the stock is asked for once more.
    record Retaking(Receipt money) implements OrderState {
        @Override
        public Name name() {
            return Name.RETAKING;
        }

        @Override
        public Optional<Receipt> receipt() {
            return Optional.of(money);
        }
    }

    record Paid(Receipt money) implements OrderState {
        @Override
        public Name name() {
            return Name.PAID;
        }

        @Override
        public Optional<Receipt> receipt() {
            return Optional.of(money);
        }
    }

    /// The money came too late for the stock and is on its way back.
    record Refunding(Receipt money) implements OrderState {
        @Override
        public Name name() {
            return Name.REFUNDING;
        }

        @Override
        public Optional<Receipt> receipt() {
            return Optional.of(money);
        }
    }

    record Refunded(Receipt money) implements OrderState {
        @Override
        public Name name() {
            return Name.REFUNDED;
        }

        @Override
        public Optional<Receipt> receipt() {
            return Optional.of(money);
        }
    }

    /// The names of the states as they are stored and shown.
    enum Name {
        PLACING("placing"),
        AWAITING_PAYMENT("awaiting-payment"),
        REFUSED("refused"),
        EXPIRED("expired"),
        CANCELLED("cancelled"),
        RETAKING("retaking"),
        PAID("paid"),
        REFUNDING("refunding"),
        REFUNDED("refunded");

        private final String code;

        Name(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// Whether somebody who watches the order will normally see nothing more.
        public boolean isFinal() {
            return this == REFUSED
                    || this == EXPIRED
                    || this == CANCELLED
                    || this == PAID
                    || this == REFUNDED;
        }

        public static Name of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such state: " + code));
        }
    }
}
