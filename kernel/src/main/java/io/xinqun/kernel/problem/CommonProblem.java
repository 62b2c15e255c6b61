package io.xinqun.kernel.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Problems that every program has.
public enum CommonProblem implements ProblemType {
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The request body cannot be read", "请求内容无法解析"),
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is not valid", "请求参数不正确"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Please sign in", "请先登录"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "You may not do this", "没有权限"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here", "内容不存在"),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "This address does not take the method", "不支持的请求方法"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer has no form that you accept", "不支持的响应格式"),
    BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The request came too slowly", "请求内容发送过慢"),
    CONFLICT(HttpStatus.CONFLICT, "This contradicts the present state", "与当前状态冲突"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large", "请求内容过大"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type is not supported", "不支持的内容类型"),
    IDEMPOTENCY_KEY_REQUIRED(HttpStatus.BAD_REQUEST, "An Idempotency-Key is required", "缺少幂等键"),
    IDEMPOTENCY_KEY_INVALID(HttpStatus.BAD_REQUEST, "The Idempotency-Key is not valid", "幂等键格式不正确"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The Idempotency-Key was used for another request",
            "幂等键已用于其他请求"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", "请求过于频繁"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here", "服务内部错误"),
    NOT_KNOWN_YET(
            HttpStatus.SERVICE_UNAVAILABLE, "Not known here yet, try again soon", "数据同步中，请稍后重试"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available just now", "服务暂不可用");

    private final HttpStatus status;
    private final String english;
    private final String chinese;

    CommonProblem(HttpStatus status, String english, String chinese) {
        this.status = status;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the code says more than its status does, so that a bare status cannot mean it.
    boolean isSpecial() {
        return switch (this) {
            case MALFORMED_BODY,
                    IDEMPOTENCY_KEY_REQUIRED,
                    IDEMPOTENCY_KEY_INVALID,
                    IDEMPOTENCY_KEY_REUSED,
                    NOT_KNOWN_YET ->
                    true;
            default -> false;
        };
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
