package io.xinqun.order.payment;

/// A notification exactly as it came over the wire: four headers and the untouched body.
///
/// Shape: `Wechatpay-Signature`, `-Timestamp`, `-Nonce`, `-Serial`; a missing header is "".
public record NotificationEnvelope(
        String signature, String timestamp, String nonce, String serial, String body) {}
