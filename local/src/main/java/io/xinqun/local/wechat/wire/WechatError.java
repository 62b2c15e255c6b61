package io.xinqun.local.wechat.wire;

/// A refusal in WeChat's words: HTTP status, stable code, message in Chinese.
public final class WechatError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public WechatError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
