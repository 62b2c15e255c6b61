package io.xinqun.order.payment.client;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.payments.jsapi.JsapiServiceExtension;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.xinqun.kernel.money.Fen;
import io.xinqun.order.payment.NotificationEnvelope;
import io.xinqun.order.payment.PaymentProvider;
import io.xinqun.order.payment.PrepayOrder;
import io.xinqun.order.payment.Prepayment;
import io.xinqun.order.payment.ProviderNotice;
import io.xinqun.order.payment.ProviderPayment;
import io.xinqun.order.payment.ProviderRefund;
import io.xinqun.order.payment.RefundOrder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// WeChat Pay v3 through its official SDK, which blocks: each call runs on the bounded elastic
/// threads, under a time-out and a breaker that counts only doubtful ends.
///
/// Source: `com.github.wechatpay-apiv3:wechatpay-java`, WeChat Pay public key mode.
public final class WechatPaymentProvider implements PaymentProvider {
    private static final String BREAKER = "wechat-pay";

    private final WechatPaySettings settings;
    private final CircuitBreaker breaker;
    private final JsapiServiceExtension payments;
    private final RefundService refunds;
    private final WechatNotices notices;
    private final WechatRequests requests;

    /// The breaker is taken from the registry under the name `wechat-pay`.
    public WechatPaymentProvider(
            WechatPaySettings settings, CircuitBreakerRegistry breakers, Clock clock) {
        RSAPublicKeyConfig config =
                new RSAPublicKeyConfig.Builder()
                        .merchantId(settings.merchantId())
                        .merchantSerialNumber(settings.merchantSerial())
                        .privateKeyFromPath(settings.merchantPrivateKey())
                        .publicKeyId(settings.publicKeyId())
                        .publicKeyFromPath(settings.publicKey())
                        .apiV3Key(settings.apiV3Key())
                        .build();
        HttpClient http = http(settings, config);
        this.settings = settings;
        this.breaker = breakers.circuitBreaker(BREAKER, breakerConfig());
        this.payments = new JsapiServiceExtension.Builder().config(config).httpClient(http).build();
        this.refunds = new RefundService.Builder().config(config).httpClient(http).build();
        this.notices = new WechatNotices(config, settings.publicKeyId(), clock);
        this.requests = new WechatRequests(settings);
    }

    @Override
    public Mono<Prepayment> prepay(PrepayOrder order) {
        return call(() ->
                WechatRequests.prepayment(
                        payments.prepayWithRequestPayment(requests.prepay(order))));
    }

    @Override
    public Mono<ProviderPayment> query(String number) {
        return call(() -> {
            try {
                return WechatTranslation.payment(
                        payments.queryOrderByOutTradeNo(requests.query(number)));
            } catch (ServiceException refusal) {
                if (WechatFailures.notFound(refusal)) {
                    return unknownPayment(number);
                }
                throw refusal;
            }
        });
    }

    @Override
    public Mono<Void> close(String number) {
        return call(
                        () -> {
                            try {
                                payments.closeOrder(requests.close(number));
                            } catch (ServiceException refusal) {
                                // What is closed, or was never announced, cannot be paid.
                                if (!WechatFailures.notFound(refusal)
                                        && !WechatFailures.closedAlready(refusal)) {
                                    throw refusal;
                                }
                            }
                            return number;
                        })
                .then();
    }

    @Override
    public Mono<ProviderRefund> refund(RefundOrder order) {
        return call(() -> WechatTranslation.refund(refunds.create(requests.refund(order))));
    }

    @Override
    public Mono<ProviderRefund> queryRefund(String refundNumber) {
        QueryByOutRefundNoRequest request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(refundNumber);
        return call(() -> {
            try {
                return WechatTranslation.refund(refunds.queryByOutRefundNo(request));
            } catch (ServiceException refusal) {
                if (WechatFailures.notFound(refusal)) {
                    return unknownRefund(refundNumber);
                }
                throw refusal;
            }
        });
    }

    @Override
    public ProviderNotice read(NotificationEnvelope envelope) {
        return notices.read(envelope);
    }

    private <T> Mono<T> call(Callable<T> blocking) {
        return Mono.fromCallable(blocking)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(WechatPaySettings.CALL_PATIENCE)
                .onErrorMap(WechatFailures::translate)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(WechatFailures::translate);
    }

    private ProviderPayment unknownPayment(String number) {
        return new ProviderPayment(
                number,
                ProviderPayment.State.UNKNOWN,
                null,
                Fen.ZERO,
                "CNY",
                null,
                settings.merchantId(),
                settings.appId());
    }

    private static ProviderRefund unknownRefund(String number) {
        return new ProviderRefund(number, ProviderRefund.State.UNKNOWN, null, null, Fen.ZERO, null);
    }

    private static HttpClient http(WechatPaySettings settings, RSAPublicKeyConfig config) {
        HttpClient http =
                new DefaultHttpClientBuilder()
                        .config(config)
                        .connectTimeoutMs((int) WechatPaySettings.CONNECT_PATIENCE.toMillis())
                        .readTimeoutMs((int) WechatPaySettings.READ_PATIENCE.toMillis())
                        .writeTimeoutMs((int) WechatPaySettings.READ_PATIENCE.toMillis())
                        .build();
        return settings.baseUrl().isBlank()
                ? http
                : new RebasedHttpClient(http, URI.create(settings.baseUrl()));
    }

    /// Opens when half of the last twenty calls were doubtful, tries again after five seconds.
    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordException(WechatFailures::doubtful)
                .build();
    }
}
