package io.xinqun.commission.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.ledger.posting.MemoryLedger;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BookReturnedPaymentTest {

    private final MemoryLedger ledger = new MemoryLedger();
    private final BookReturnedPayment book =
            new BookReturnedPayment(
                    new PostAtOnce(ledger), new ProviderFee(BasisPoints.of(60), true));

    @Test
    void a_late_payment_stands_on_the_deposit_until_it_has_left() {
        book.requested(payment(false)).block();

        assertThat(ledger.balance("deposit")).isEqualTo(-12_600);
        assertThat(ledger.balance("clearing:wechat")).isEqualTo(12_600 - 76);
        assertThat(ledger.balance("provider-fee")).isEqualTo(76);
    }

    @Test
    void a_late_payment_that_has_left_leaves_every_account_at_zero() {
        book.requested(payment(false)).block();
        book.refunded(payment(false)).block();
        book.refunded(payment(false)).block();
        book.requested(payment(false)).block();

        assertThat(ledger.totals.keySet())
                .allSatisfy(total -> assertThat(ledger.total(total).get("balance")).isZero());
        assertThat(ledger.decisions).hasSize(4);
    }

    @Test
    void a_refund_that_nobody_announced_books_the_receipt_first() {
        book.refunded(payment(false)).block();

        assertThat(ledger.decisions.keySet())
                .containsExactly(
                        "4200-o1:receipt", "4200-o1:fee", "o1-r1:refund", "o1-r1:fee-return");
        assertThat(ledger.balance("clearing:wechat")).isZero();
    }

    @Test
    void a_receipt_that_is_booked_is_not_booked_again() {
        book.refunded(payment(true)).block();

        assertThat(ledger.decisions.keySet()).containsExactly("o1-r1:refund", "o1-r1:fee-return");
    }

    @Test
    void a_provider_that_keeps_its_fee_keeps_it_here() {
        BookReturnedPayment keeping =
                new BookReturnedPayment(
                        new PostAtOnce(ledger), new ProviderFee(BasisPoints.of(60), false));
        keeping.refunded(payment(false)).block();

        assertThat(ledger.balance("provider-fee")).isEqualTo(76);
        assertThat(ledger.balance("clearing:wechat")).isEqualTo(-76);
        assertThat(ledger.balance("deposit")).isZero();
    }

    private static ReturnedPayment payment(boolean receiptBooked) {
        return new ReturnedPayment(
                PaidOrders.cause("o1").refund("o1-r1"),
                PaidOrders.AT,
                Fen.of(12_600),
                receiptBooked,
                null);
    }

    /// Bookings whose commands are decided at once.
    private static final class PostAtOnce implements Bookings {

        private final MemoryLedger ledger;
        private final Map<String, Boolean> complete = new HashMap<>();

        private PostAtOnce(MemoryLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        public Mono<Void> add(Booking booking) {
            if (complete.putIfAbsent(booking.id(), booking.complete()) == null) {
                booking.entries().forEach(ledger::post);
            }
            return Mono.empty();
        }

        @Override
        public Mono<Void> addAll(List<Booking> bookings) {
            bookings.forEach(this::add);
            return Mono.empty();
        }

        @Override
        public Mono<Void> complete(Booking last) {
            if (Boolean.FALSE.equals(complete.put(last.id(), true))) {
                last.entries().forEach(ledger::post);
            }
            return Mono.empty();
        }
    }
}
