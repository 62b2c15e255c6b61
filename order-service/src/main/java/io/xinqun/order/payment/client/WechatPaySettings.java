package io.xinqun.order.payment.client;

import java.time.Duration;

/// How we reach WeChat Pay and prove who we are.
///
/// Shape: baseUrl is "" for the real hosts; key members are file paths; apiV3Key 32 characters.
public record WechatPaySettings(
        String baseUrl,
        String appId,
        String merchantId,
        String merchantSerial,
        String merchantPrivateKey,
        String publicKeyId,
        String publicKey,
        String apiV3Key,
        String notifyUrl) {
    /// A connection in one data centre takes milliseconds; two seconds is a dead host.
    static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

    /// WeChat answers within one second at its 99th percentile; a buyer waits four and tries again.
    static final Duration READ_PATIENCE = Duration.ofSeconds(4);

    /// The whole call with connecting and queueing for a thread.
    static final Duration CALL_PATIENCE = Duration.ofSeconds(8);

    /// How far a notification's time may be from ours; WeChat's own rule for signatures.
    static final Duration SIGNATURE_TOLERANCE = Duration.ofMinutes(5);
}
