package io.xinqun.kernel.consumer;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How this program talks to Kafka (`xinqun.kafka.*`).
///
/// Shape: `prefix` stands before every topic and group; a failing partition is tried again after
/// `firstBackOff`, doubling up to `longestBackOff`; parked keys the same with `firstRelease` and
/// `longestRelease`.
@Validated
@ConfigurationProperties("xinqun.kafka")
public record KafkaSettings(
        @DefaultValue("") String prefix,
        @Min(1) @DefaultValue("1") short replication,
        @NotNull @DefaultValue("200ms") Duration firstBackOff,
        @NotNull @DefaultValue("30s") Duration longestBackOff,
        @NotNull @DefaultValue("500ms") Duration firstRelease,
        @NotNull @DefaultValue("30s") Duration longestRelease,
        @NotNull @DefaultValue("90d") Duration deadLetterRetention,
        @DefaultValue("true") boolean autoStart) {}
