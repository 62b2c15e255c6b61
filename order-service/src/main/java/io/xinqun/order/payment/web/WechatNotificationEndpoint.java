package io.xinqun.order.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.order.OrderProblem;
import io.xinqun.order.payment.MoneyWatch;
import io.xinqun.order.payment.NotificationEnvelope;
import io.xinqun.order.payment.PaymentProvider;
import io.xinqun.order.payment.ProviderNotice;
import io.xinqun.order.payment.ProviderPayment;
import io.xinqun.order.payment.RecordPayment;
import io.xinqun.order.payment.RefusedNotification;
import io.xinqun.order.payment.RunRefunds;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `POST /api/v1/payments/wechat/notifications`: WeChat's signature is its credential. The answer
/// is given when the effect is durable; any error makes WeChat repeat the notification.
@RestController
@Tag(name = "payments")
public final class WechatNotificationEndpoint {

    private final PaymentProvider provider;
    private final RecordPayment payments;
    private final RunRefunds refunds;
    private final MoneyWatch watch;

    public WechatNotificationEndpoint(
            PaymentProvider provider,
            RecordPayment payments,
            RunRefunds refunds,
            MoneyWatch watch) {
        this.provider = provider;
        this.payments = payments;
        this.refunds = refunds;
        this.watch = watch;
    }

    /// What WeChat expects to read.
    record Acknowledgement(String code) {

        static final Acknowledgement SUCCESS = new Acknowledgement("SUCCESS");
    }

    @Operation(summary = "Where WeChat Pay tells of payments and refunds")
    @ApiResponse(responseCode = "200", description = "taken, or taken before")
    @ApiResponse(responseCode = "400", description = "notification-refused")
    @PostMapping(
            path = "/api/v1/payments/wechat/notifications",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Acknowledgement> notify(@RequestHeader HttpHeaders headers, @RequestBody String body) {
        return Mono.fromCallable(() -> provider.read(envelope(headers, body)))
                .onErrorMap(RefusedNotification.class, this::refused)
                .flatMap(this::take)
                .thenReturn(Acknowledgement.SUCCESS);
    }

    private Mono<?> take(ProviderNotice notice) {
        return switch (notice) {
            case ProviderNotice.PaymentNotice paid when isPaid(paid.payment()) ->
                    payments.handle(paid.payment());
            case ProviderNotice.PaymentNotice other -> Mono.empty();
            case ProviderNotice.RefundNotice refund -> refunds.settle(refund.refund());
        };
    }

    /// A failed payment changes nothing for the order: the buyer may try again until the deadline.
    private static boolean isPaid(ProviderPayment payment) {
        return payment.state() == ProviderPayment.State.PAID;
    }

    private Problem refused(RefusedNotification refused) {
        String reason = refused.reason().name().toLowerCase(Locale.ROOT);
        watch.refusedNotification(reason);
        return new Problem(
                        OrderProblem.NOTIFICATION_REFUSED,
                        "The notification does not prove where it comes from",
                        refused)
                .with("reason", reason);
    }

    private static NotificationEnvelope envelope(HttpHeaders headers, String body) {
        return new NotificationEnvelope(
                header(headers, "Wechatpay-Signature"),
                header(headers, "Wechatpay-Timestamp"),
                header(headers, "Wechatpay-Nonce"),
                header(headers, "Wechatpay-Serial"),
                body);
    }

    private static String header(HttpHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getFirst(name), "");
    }
}
