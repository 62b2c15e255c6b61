package io.xinqun.community.store.referral;

import io.xinqun.community.model.referral.Binding;
import io.xinqun.kernel.event.Actor;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.security.Role;
import io.xinqun.kernel.telemetry.Traces;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What other programs learn about bindings.
final class BindingEvents {

    static final String TYPE = "referral.binding.v1";
    static final String TOPIC = "community.binding.v1";

    record PolicyTold(int version, String model, int windowDays) {}

    record BindingTold(
            String consumerId,
            long version,
            String sharer,
            @Nullable String second,
            String link,
            String channel,
            @Nullable String community,
            PolicyTold policy,
            Instant touchedAt,
            Instant expiresAt,
            boolean revoked) {}

    private BindingEvents() {}

    static OutboxEntry of(Binding binding, Instant now) {
        return new OutboxEntry(
                binding.consumer() + ":" + binding.version(),
                TOPIC,
                binding.consumer(),
                TYPE,
                binding.version(),
                null,
                new Actor(binding.consumer(), Role.CONSUMER.code()),
                Traces.current(),
                now,
                EventJson.write(told(binding)));
    }

    private static BindingTold told(Binding binding) {
        return new BindingTold(
                binding.consumer(),
                binding.version(),
                binding.sharer(),
                binding.second(),
                binding.link().code(),
                binding.link().channel().code(),
                binding.link().community(),
                new PolicyTold(
                        binding.policy().version(),
                        binding.policy().model().code(),
                        binding.policy().windowDays()),
                binding.touchedAt(),
                binding.expiresAt(),
                binding.revoked());
    }
}
