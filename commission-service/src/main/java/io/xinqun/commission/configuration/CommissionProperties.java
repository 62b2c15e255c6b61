package io.xinqun.commission.configuration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What a deployment decides (`xinqun.commission.*`).
///
/// Shape: `levels` is 2 or, where the law is read strictly, 1; a third level does not exist. Units:
/// basis points, fen.
@Validated
@ConfigurationProperties("xinqun.commission")
public record CommissionProperties(
        @Min(1) @Max(2) @DefaultValue("2") int levels,
        @Min(0) @Max(10_000) @DefaultValue("5000") int maximumRateBasisPoints,
        @Min(0) @DefaultValue("100000") long maximumFixedFen,
        @Min(1) @Max(32) @DefaultValue("4") int consumers,
        @NotNull @DefaultValue("2s") Duration closeEvery,
        @Valid @NotNull @DefaultValue Fee fee,
        @Valid @NotNull @DefaultValue Reconciliation reconciliation) {

    /// What the payment provider keeps of each payment; WeChat rounds a half fen up and gives the
    /// fee back with a refund.
    public record Fee(
            @Min(0) @Max(1_000) @DefaultValue("60") int basisPoints,
            @DefaultValue("true") boolean returned) {}

    /// The continuous proof: how often a step, how many slots are replayed in it, how long money
    /// may be known to one side only.
    public record Reconciliation(
            @NotNull @DefaultValue("30s") Duration interval,
            @Min(1) @Max(1_000) @DefaultValue("8") int slotsPerStep,
            @NotNull @DefaultValue("2m") Duration patience) {}

    /// Who we are at WeChat Pay (`xinqun.wechat.*`); without a merchant there are no books to read.
    @ConfigurationProperties("xinqun.wechat")
    public record Wechat(
            @Nullable String baseUrl,
            @DefaultValue("") String merchantId,
            @DefaultValue("") String merchantSerial,
            @DefaultValue("") String merchantPrivateKey,
            @DefaultValue("") String publicKeyId,
            @DefaultValue("") String publicKey,
            @DefaultValue("") String apiV3Key) {}
}
