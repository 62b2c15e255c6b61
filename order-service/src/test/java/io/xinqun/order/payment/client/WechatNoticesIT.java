package io.xinqun.order.payment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xinqun.kernel.money.Fen;
import io.xinqun.local.wechat.api.Forgery;
import io.xinqun.order.payment.NotificationEnvelope;
import io.xinqun.order.payment.PaymentProvider;
import io.xinqun.order.payment.ProviderNotice;
import io.xinqun.order.payment.ProviderNotice.PaymentNotice;
import io.xinqun.order.payment.ProviderNotice.RefundNotice;
import io.xinqun.order.payment.ProviderPayment;
import io.xinqun.order.payment.ProviderRefund;
import io.xinqun.order.payment.RefundOrder;
import io.xinqun.order.payment.RefusedNotification;
import io.xinqun.order.payment.RefusedNotification.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WechatNoticesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path directory;
    static WechatFixture wechat;
    static WechatPaymentProvider provider;
    private String number;

    @BeforeAll
    static void start() throws Exception {
        wechat = new WechatFixture(directory);
        provider = wechat.provider();
    }

    @AfterAll
    static void stop() {
        wechat.close();
    }

    @BeforeEach
    void announce() {
        number = UUID.randomUUID().toString().replace("-", "");
        provider.prepay(WechatFixture.order(number, 5_950)).block(PATIENCE);
    }

    @Test
    void a_paid_notification_says_what_was_paid() throws Exception {
        wechat.user.payNumber(number);
        ProviderNotice notice = provider.read(wechat.nextNotification());
        assertThat(notice).isInstanceOf(PaymentNotice.class);
        ProviderPayment paid = ((PaymentNotice) notice).payment();
        assertThat(paid.number()).isEqualTo(number);
        assertThat(paid.state()).isEqualTo(ProviderPayment.State.PAID);
        assertThat(paid.amount()).isEqualTo(Fen.of(5_950));
    }

    @Test
    void a_notification_comes_again_until_it_is_taken_with_the_same_id() throws Exception {
        wechat.refuseNextNotification();
        wechat.user.payNumber(number);
        ProviderNotice first = provider.read(wechat.nextNotification());
        ProviderNotice second = provider.read(wechat.nextNotification());
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void a_refund_is_told_when_it_has_ended() throws Exception {
        wechat.user.paySilently(number);
        ProviderPayment paid = provider.query(number).block(PATIENCE);
        RefundOrder order =
                new RefundOrder(
                        "refund-" + number,
                        String.valueOf(paid.transactionId()),
                        paid.amount(),
                        paid.amount(),
                        "late-payment");
        provider.refund(order).block(PATIENCE);
        ProviderNotice notice = provider.read(wechat.nextNotification());
        assertThat(notice).isInstanceOf(RefundNotice.class);
        ProviderRefund refund = ((RefundNotice) notice).refund();
        assertThat(refund.refundNumber()).isEqualTo(order.refundNumber());
        assertThat(refund.state()).isEqualTo(ProviderRefund.State.SUCCESS);
        assertThat(refund.amount()).isEqualTo(Fen.of(5_950));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNATURE, SIGNATURE",
        "TIMESTAMP, TIMESTAMP",
        "SERIAL, SERIAL",
        "DECRYPTION, DECRYPTION"
    })
    void what_is_wrong_on_the_wire_is_refused_with_its_reason(Forgery forgery, Reason reason)
            throws Exception {
        wechat.user.forge(number, forgery);
        assertRefused(provider, wechat.nextNotification(), reason);
    }

    @ParameterizedTest
    @CsvSource({"AMOUNT", "MERCHANT", "APP_ID", "CURRENCY"})
    void what_is_wrong_in_the_words_is_there_for_the_caller_to_compare(Forgery forgery)
            throws Exception {
        wechat.user.forge(number, forgery);
        ProviderPayment said = ((PaymentNotice) provider.read(wechat.nextNotification())).payment();
        String words = said.amount().amount() + said.merchant() + said.appId() + said.currency();
        assertThat(words)
                .isNotEqualTo(
                        5_950
                                + wechat.environment.get("XINQUN_WECHAT_MERCHANT_ID")
                                + wechat.environment.get("XINQUN_WECHAT_APP_ID")
                                + "CNY");
    }

    @Test
    void one_changed_byte_or_missing_header_is_a_wrong_signature() throws Exception {
        wechat.user.payNumber(number);
        NotificationEnvelope right = wechat.nextNotification();
        String other = right.body().replace("支付成功", "支付成攻");
        assertRefused(provider, with(right, right.signature(), other), Reason.SIGNATURE);
        assertRefused(provider, with(right, "", right.body()), Reason.SIGNATURE);
        assertRefused(provider, with(right, "not base64 !", right.body()), Reason.SIGNATURE);
    }

    @Test
    void an_old_notification_played_back_is_refused() throws Exception {
        wechat.user.payNumber(number);
        NotificationEnvelope right = wechat.nextNotification();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        String key = wechat.environment.get("XINQUN_WECHAT_API_V3_KEY");
        assertRefused(wechat.provider(key, later), right, Reason.TIMESTAMP);
    }

    @Test
    void a_time_that_is_no_number_is_refused() {
        assertRefused(
                provider, new NotificationEnvelope("s", "soon", "n", "k", "{}"), Reason.TIMESTAMP);
    }

    private static NotificationEnvelope with(
            NotificationEnvelope right, String signature, String body) {
        return new NotificationEnvelope(
                signature, right.timestamp(), right.nonce(), right.serial(), body);
    }

    private static void assertRefused(
            PaymentProvider reader, NotificationEnvelope envelope, Reason reason) {
        RefusedNotification refusal =
                catchThrowableOfType(RefusedNotification.class, () -> reader.read(envelope));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
