package io.xinqun.order.payment.client;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.Notification;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import io.xinqun.order.payment.NotificationEnvelope;
import io.xinqun.order.payment.ProviderNotice;
import io.xinqun.order.payment.RefusedNotification;
import io.xinqun.order.payment.RefusedNotification.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Proves notifications and opens them: age, key, signature, then the sealed resource. What is said
/// in it is believed only after all of these.
final class WechatNotices {
    private static final String SIGN_TYPE = "WECHATPAY2-SHA256-RSA2048";

    private final String publicKeyId;
    private final Verifier verifier;
    private final NotificationParser parser;
    private final Clock clock;

    WechatNotices(RSAPublicKeyConfig config, String publicKeyId, Clock clock) {
        this.publicKeyId = publicKeyId;
        this.verifier = config.createVerifier();
        this.parser = new NotificationParser(config);
        this.clock = clock;
    }

    ProviderNotice read(NotificationEnvelope envelope) {
        prove(envelope);
        Notification outside = outside(envelope.body());
        String event = outside.getEventType();
        if (event.startsWith("TRANSACTION.")) {
            Transaction said = open(envelope, Transaction.class);
            return new ProviderNotice.PaymentNotice(
                    outside.getId(), understood(() -> WechatTranslation.payment(said)));
        }
        if (event.startsWith("REFUND.")) {
            RefundNotification said = open(envelope, RefundNotification.class);
            return new ProviderNotice.RefundNotice(
                    outside.getId(), understood(() -> WechatTranslation.refund(said)));
        }
        throw new RefusedNotification(Reason.MALFORMED, "unknown event " + event);
    }

    private void prove(NotificationEnvelope envelope) {
        if (!fresh(envelope.timestamp())) {
            throw new RefusedNotification(Reason.TIMESTAMP, envelope.timestamp());
        }
        if (!publicKeyId.equals(envelope.serial())) {
            throw new RefusedNotification(Reason.SERIAL, envelope.serial());
        }
        String signed =
                envelope.timestamp() + "\n" + envelope.nonce() + "\n" + envelope.body() + "\n";
        if (!verified(envelope, signed)) {
            throw new RefusedNotification(Reason.SIGNATURE, "not over these bytes");
        }
    }

    private boolean verified(NotificationEnvelope envelope, String signed) {
        try {
            return verifier.verify(envelope.serial(), signed, envelope.signature());
        } catch (IllegalArgumentException cause) {
            // The signature is not even base64.
            return false;
        }
    }

    private boolean fresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant stated = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Duration distance = Duration.between(stated, clock.instant()).abs();
        return distance.compareTo(WechatPaySettings.SIGNATURE_TOLERANCE) <= 0;
    }

    private static Notification outside(String body) {
        try {
            @Nullable Notification read = GsonUtil.getGson().fromJson(body, Notification.class);
            if (read != null && read.getId() != null && read.getEventType() != null) {
                return read;
            }
        } catch (JsonParseException cause) {
            throw new RefusedNotification(Reason.MALFORMED, "not JSON");
        }
        throw new RefusedNotification(Reason.MALFORMED, "without id or event_type");
    }

    private <T> T open(NotificationEnvelope envelope, Class<T> type) {
        RequestParam request =
                new RequestParam.Builder()
                        .serialNumber(envelope.serial())
                        .timestamp(envelope.timestamp())
                        .nonce(envelope.nonce())
                        .signature(envelope.signature())
                        .signType(SIGN_TYPE)
                        .body(envelope.body())
                        .build();
        try {
            return parser.parse(request, type);
        } catch (DecryptionException cause) {
            throw new RefusedNotification(Reason.DECRYPTION, "does not open");
        } catch (ValidationException cause) {
            throw new RefusedNotification(Reason.SIGNATURE, "not over these bytes");
        } catch (MalformedMessageException | JsonParseException | IllegalArgumentException cause) {
            throw new RefusedNotification(Reason.MALFORMED, "resource is not as agreed");
        }
    }

    private static <T> T understood(java.util.function.Supplier<T> translation) {
        try {
            return translation.get();
        } catch (IllegalArgumentException cause) {
            throw new RefusedNotification(Reason.MALFORMED, String.valueOf(cause.getMessage()));
        }
    }
}
