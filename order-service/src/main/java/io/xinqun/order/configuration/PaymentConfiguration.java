package io.xinqun.order.configuration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.kernel.security.PublicPath;
import io.xinqun.order.order.Orders;
import io.xinqun.order.payment.MoneyWatch;
import io.xinqun.order.payment.PayOrder;
import io.xinqun.order.payment.PaymentProvider;
import io.xinqun.order.payment.QueryPayments;
import io.xinqun.order.payment.RecordPayment;
import io.xinqun.order.payment.RunRefunds;
import io.xinqun.order.payment.client.WechatPaymentProvider;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Puts payments and refunds together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WechatProperties.class)
class PaymentConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    PaymentProvider paymentProvider(
            WechatProperties wechat, CircuitBreakerRegistry breakers, Clock clock) {
        if (!wechat.isConfigured()) {
            LOG.warn("no WeChat Pay merchant is configured: orders cannot be paid");
            return new NoPaymentProvider();
        }
        return new WechatPaymentProvider(wechat.settings(), breakers, clock);
    }

    @Bean
    MoneyWatch moneyWatch(MeterRegistry meters) {
        return new MeteredMoneyWatch(meters);
    }

    @Bean
    PayOrder payOrder(Orders orders, PaymentProvider provider, Clock clock) {
        return new PayOrder(orders, provider, clock);
    }

    @Bean
    RecordPayment recordPayment(
            Orders orders, WechatProperties wechat, MoneyWatch watch, Clock clock) {
        RecordPayment.Payee payee = new RecordPayment.Payee(wechat.merchantId(), wechat.appId());
        return new RecordPayment(orders, payee, watch, clock);
    }

    @Bean
    QueryPayments queryPayments(
            Orders orders,
            PaymentProvider provider,
            RecordPayment payments,
            MoneyWatch watch,
            Clock clock) {
        return new QueryPayments(orders, provider, payments, watch, clock);
    }

    @Bean
    RunRefunds runRefunds(Orders orders, PaymentProvider provider, MoneyWatch watch, Clock clock) {
        return new RunRefunds(orders, provider, watch, clock);
    }

    /// WeChat's signature is its credential.
    @Bean
    PublicPath notificationsAreOpen() {
        return new PublicPath(HttpMethod.POST, "/api/v1/payments/wechat/notifications");
    }
}
