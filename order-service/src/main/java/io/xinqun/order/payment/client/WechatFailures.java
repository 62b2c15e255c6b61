package io.xinqun.order.payment.client;

import com.wechat.pay.java.core.exception.ServiceException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.xinqun.order.payment.ProviderFailure;
import io.xinqun.order.payment.ProviderFailure.Kind;
import java.util.Objects;
import java.util.Set;

/// Says of each way in which a call can fail what is known about its effect.
///
/// Only WeChat's own words say that nothing happened; whatever else goes wrong is doubtful.
final class WechatFailures {
    private static final int CLIENT_ERROR = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /// WeChat spells this code differently from API to API.
    private static final Set<String> PAID_CODES = Set.of("ORDERPAID", "ORDER_PAID");

    private static final Set<String> CLOSED_CODES = Set.of("ORDER_CLOSED", "ORDERCLOSED");

    private WechatFailures() {}

    static Throwable translate(Throwable cause) {
        return switch (cause) {
            case ProviderFailure known -> known;
            case ServiceException refusal -> ofRefusal(refusal);
            case CallNotPermittedException open ->
                    new ProviderFailure(Kind.BUSY, "BREAKER_OPEN", open);
            case ArithmeticException tooLarge ->
                    new ProviderFailure(Kind.REFUSED, "AMOUNT_TOO_LARGE", tooLarge);
            default -> new ProviderFailure(Kind.DOUBTFUL, cause.getClass().getSimpleName(), cause);
        };
    }

    static boolean doubtful(Throwable cause) {
        return cause instanceof ProviderFailure failure && failure.kind() == Kind.DOUBTFUL;
    }

    static boolean notFound(ServiceException refusal) {
        return refusal.getHttpStatusCode() == NOT_FOUND;
    }

    static boolean closedAlready(ServiceException refusal) {
        return CLOSED_CODES.contains(code(refusal));
    }

    private static ProviderFailure ofRefusal(ServiceException refusal) {
        int status = refusal.getHttpStatusCode();
        String code = code(refusal);
        if (PAID_CODES.contains(code)) {
            return new ProviderFailure(Kind.REFUSED, ProviderFailure.ALREADY_PAID, refusal);
        }
        if (status == TOO_MANY) {
            return new ProviderFailure(Kind.BUSY, code, refusal);
        }
        boolean said = status >= CLIENT_ERROR && status < SERVER_ERROR;
        return new ProviderFailure(said ? Kind.REFUSED : Kind.DOUBTFUL, code, refusal);
    }

    private static String code(ServiceException refusal) {
        return Objects.requireNonNullElse(refusal.getErrorCode(), "NO_CODE");
    }
}
