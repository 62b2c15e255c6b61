package io.xinqun.order.payment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xinqun.kernel.money.Fen;
import io.xinqun.local.wechat.wire.Faults;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.order.payment.PrepayOrder;
import io.xinqun.order.payment.Prepayment;
import io.xinqun.order.payment.ProviderFailure;
import io.xinqun.order.payment.ProviderFailure.Kind;
import io.xinqun.order.payment.ProviderPayment;
import io.xinqun.order.payment.ProviderRefund;
import io.xinqun.order.payment.RefundOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WechatPaymentProviderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path directory;
    static WechatFixture wechat;
    static WechatPaymentProvider provider;

    @BeforeAll
    static void start() throws Exception {
        wechat = new WechatFixture(directory);
        provider = wechat.provider();
    }

    @AfterAll
    static void stop() {
        wechat.close();
    }

    @AfterEach
    void forget_faults() {
        wechat.user.clearFaults();
    }

    @Test
    void a_prepayment_is_signed_so_that_the_buyers_phone_can_pay_it() {
        String number = number();
        Prepayment prepayment = await(provider.prepay(WechatFixture.order(number, 5_950)));
        var shown =
                Json.object()
                        .put("timeStamp", prepayment.timeStamp())
                        .put("nonceStr", prepayment.nonceStr())
                        .put("package", prepayment.packageValue())
                        .put("signType", prepayment.signType())
                        .put("paySign", prepayment.paySign());
        assertThat(prepayment.packageValue()).isEqualTo("prepay_id=" + prepayment.prepayId());
        assertThat(wechat.user.pay(shown).path("number").asString()).isEqualTo(number);
    }

    @Test
    void the_same_prepayment_again_has_the_same_prepay_id() {
        PrepayOrder order = WechatFixture.order(number(), 100);
        String first = await(provider.prepay(order)).prepayId();
        assertThat(await(provider.prepay(order)).prepayId()).isEqualTo(first);
    }

    @Test
    void another_amount_under_the_same_number_is_refused() {
        String number = number();
        await(provider.prepay(WechatFixture.order(number, 100)));
        assertFails(
                provider.prepay(WechatFixture.order(number, 101)), Kind.REFUSED, "INVALID_REQUEST");
    }

    @Test
    void an_amount_of_zero_or_beyond_32_bits_is_refused() {
        assertFails(provider.prepay(WechatFixture.order(number(), 0)), Kind.REFUSED, "PARAM_ERROR");
        assertFails(
                provider.prepay(WechatFixture.order(number(), 1L << 31)),
                Kind.REFUSED,
                "AMOUNT_TOO_LARGE");
    }

    @Test
    void a_query_tells_unknown_then_not_paid_then_paid_with_amount_merchant_and_time() {
        String number = number();
        assertThat(await(provider.query(number)).state()).isEqualTo(ProviderPayment.State.UNKNOWN);
        await(provider.prepay(WechatFixture.order(number, 1_234)));
        assertThat(await(provider.query(number)).state()).isEqualTo(ProviderPayment.State.NOT_PAID);
        wechat.user.paySilently(number);
        ProviderPayment paid = await(provider.query(number));
        assertThat(paid.state()).isEqualTo(ProviderPayment.State.PAID);
        assertThat(paid.amount()).isEqualTo(Fen.of(1_234));
        assertThat(paid.currency()).isEqualTo("CNY");
        assertThat(paid.merchant()).isEqualTo(wechat.environment.get("XINQUN_WECHAT_MERCHANT_ID"));
        assertThat(paid.appId()).isEqualTo(wechat.environment.get("XINQUN_WECHAT_APP_ID"));
        assertThat(paid.transactionId()).startsWith("4200").hasSize(28);
        assertThat(paid.paidAt()).isNotNull();
    }

    @Test
    void a_closed_payment_cannot_be_paid_and_closing_again_is_fine() {
        String number = number();
        await(provider.prepay(WechatFixture.order(number, 100)));
        provider.close(number).block(PATIENCE);
        provider.close(number).block(PATIENCE);
        assertThat(await(provider.query(number)).state()).isEqualTo(ProviderPayment.State.CLOSED);
        assertThatThrownBy(() -> wechat.user.payNumber(number))
                .hasMessageContaining("ORDER_CLOSED");
        assertFails(
                provider.prepay(WechatFixture.order(number, 100)), Kind.REFUSED, "ORDER_CLOSED");
    }

    @Test
    void closing_what_was_never_announced_is_fine() {
        provider.close(number()).block(PATIENCE);
    }

    @Test
    void closing_a_paid_payment_is_refused_as_already_paid() {
        String number = paid(100);
        assertFails(provider.close(number).thenReturn(1), Kind.REFUSED, "ORDERPAID");
    }

    @Test
    void a_refund_is_the_same_refund_under_the_same_number_and_ends_well() {
        String number = paid(1_000);
        RefundOrder order = refund(number, 400);
        ProviderRefund first = await(provider.refund(order));
        assertThat(first.amount()).isEqualTo(Fen.of(400));
        assertThat(await(provider.refund(order)).refundId()).isEqualTo(first.refundId());
        ProviderRefund ended =
                await(
                        Mono.defer(() -> provider.queryRefund(order.refundNumber()))
                                .filter(refund -> refund.state() == ProviderRefund.State.SUCCESS)
                                .repeatWhenEmpty(
                                        tries -> tries.delayElements(Duration.ofMillis(100))));
        assertThat(ended.succeededAt()).isNotNull();
        assertThat(await(provider.query(number)).state()).isEqualTo(ProviderPayment.State.REFUNDED);
    }

    @Test
    void refunds_never_exceed_the_payment() {
        String number = paid(1_000);
        await(provider.refund(refund(number, 600)));
        assertFails(provider.refund(refund(number, 500)), Kind.REFUSED, "NOT_ENOUGH");
    }

    @Test
    void an_unheard_of_refund_is_unknown() {
        assertThat(await(provider.queryRefund(number())).state())
                .isEqualTo(ProviderRefund.State.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Faults.Kind.class)
    void whatever_breaks_on_the_way_is_doubtful_and_the_same_call_again_is_right(Faults.Kind kind) {
        PrepayOrder order = WechatFixture.order(number(), 700);
        WechatPaymentProvider fresh = wechat.provider();
        wechat.user.order(kind, "POST /v3/pay/transactions/jsapi", 1);
        assertFails(fresh.prepay(order), Kind.DOUBTFUL, null);
        assertThat(await(fresh.prepay(order)).prepayId()).isNotEmpty();
    }

    @Test
    void the_breaker_opens_after_ten_doubtful_calls_and_says_busy() {
        WechatPaymentProvider fresh = wechat.provider();
        wechat.user.order(Faults.Kind.ERROR_BEFORE, "GET /v3/pay", 10);
        for (int call = 0; call < 10; call++) {
            assertFails(fresh.query(number()), Kind.DOUBTFUL, "SYSTEM_ERROR");
        }
        assertFails(fresh.query(number()), Kind.BUSY, "BREAKER_OPEN");
    }

    private static String paid(long amountFen) {
        String number = number();
        await(provider.prepay(WechatFixture.order(number, amountFen)));
        wechat.user.paySilently(number);
        return number;
    }

    private static RefundOrder refund(String number, long amountFen) {
        ProviderPayment paid = await(provider.query(number));
        return new RefundOrder(
                "refund-" + number(),
                String.valueOf(paid.transactionId()),
                Fen.of(amountFen),
                paid.amount(),
                "late-payment");
    }

    private static String number() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static <T> T await(Mono<T> call) {
        return call.blockOptional(PATIENCE).orElseThrow();
    }

    private static void assertFails(Mono<?> call, Kind kind, String code) {
        ProviderFailure failure =
                catchThrowableOfType(ProviderFailure.class, () -> call.block(PATIENCE));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
        if (code != null) {
            assertThat(failure.code()).isEqualTo(code);
        }
    }
}
