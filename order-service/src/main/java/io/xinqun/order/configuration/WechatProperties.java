package io.xinqun.order.configuration;

import io.xinqun.order.payment.client.WechatPaySettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The merchant at WeChat Pay (`xinqun.wechat.*`); without a private key nothing can be paid.
@ConfigurationProperties("xinqun.wechat")
public record WechatProperties(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String appId,
        @DefaultValue("") String merchantId,
        @DefaultValue("") String merchantSerial,
        @DefaultValue("") String merchantPrivateKey,
        @DefaultValue("") String publicKeyId,
        @DefaultValue("") String publicKey,
        @DefaultValue("") String apiV3Key,
        @DefaultValue("") String notifyUrl) {

    boolean isConfigured() {
        return !merchantPrivateKey.isBlank();
    }

    WechatPaySettings settings() {
        return new WechatPaySettings(
                baseUrl,
                appId,
                merchantId,
                merchantSerial,
                merchantPrivateKey,
                publicKeyId,
                publicKey,
                apiV3Key,
                notifyUrl);
    }
}
