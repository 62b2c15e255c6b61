package io.xinqun.community.configuration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator of this program may set (`xinqun.community.*`).
///
/// Shape: a short access token bounds how long a withdrawn right still counts; `sessionIdle` is for
/// a phone that is not used, `sessionWhole` for one that is. `operatorLogin` and `operatorPassword`
/// name the first operator; "" makes none.
@Validated
@ConfigurationProperties("xinqun.community")
public record CommunityProperties(
        @NotNull @DefaultValue("15m") Duration accessLife,
        @NotNull @DefaultValue("30d") Duration sessionIdle,
        @NotNull @DefaultValue("180d") Duration sessionWhole,
        @Min(1) @Max(50) @DefaultValue("10") int devices,
        @NotNull @Valid @DefaultValue PasswordProperties passwords,
        @DefaultValue("") String operatorLogin,
        @DefaultValue("") String operatorPassword,
        @NotNull @Valid @DefaultValue WechatProperties wechat) {

    /// Each thread keeps one processor and 19 MiB busy while it hashes; whoever does not find room
    /// among the waiting is told to come back.
    public record PasswordProperties(
            @Min(1) @Max(16) @DefaultValue("2") int threads,
            @Min(1) @Max(1_000) @DefaultValue("64") int waiting) {}

    /// The mini-program. `baseUrl` is "" for WeChat's own host.
    public record WechatProperties(
            @DefaultValue("") String baseUrl,
            @NotBlank @DefaultValue("wx-not-configured") String appId,
            @DefaultValue("") String appSecret) {

        @Override
        public String toString() {
            return "mini-program " + appId;
        }
    }

    /// Never a password in a log by accident.
    @Override
    public String toString() {
        return "community properties";
    }
}
