package io.xinqun.community.signin.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bodies of the sign-in requests. `device` is what the person sees in the list of sessions.
final class SignInRequests {

    /// The marketing name of any phone fits.
    private static final int LONGEST_DEVICE = 60;

    /// Argon2 takes any length; nobody types more, and a longer text only costs work.
    private static final int LONGEST_PASSWORD = 128;

    private static final int LONGEST_LOGIN = 64;

    /// WeChat's codes have 32 characters today.
    private static final int LONGEST_CODE = 128;

    /// Ours have about 140 characters.
    private static final int LONGEST_REFRESH_TOKEN = 256;

    private SignInRequests() {}

    record WechatRequest(
            @NotBlank @Size(max = LONGEST_CODE) String code,
            @Size(max = LONGEST_DEVICE) @Nullable String device) {}

    record PasswordRequest(
            @NotBlank @Size(max = LONGEST_LOGIN) String login,
            @NotBlank @Size(max = LONGEST_PASSWORD) String password,
            @Size(max = LONGEST_DEVICE) @Nullable String device) {

        @Override
        public String toString() {
            return "password request";
        }
    }

    record RefreshRequest(@NotBlank @Size(max = LONGEST_REFRESH_TOKEN) String refreshToken) {

        @Override
        public String toString() {
            return "refresh request";
        }
    }

    static String deviceOf(@Nullable String device) {
        return Objects.requireNonNullElse(device, "unknown");
    }
}
