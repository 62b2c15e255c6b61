package io.xinqun.community.sharing.web;

import io.xinqun.community.model.referral.Channel;
import io.xinqun.community.model.referral.Target;
import io.xinqun.community.sharing.CreateShareLink.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A link that a curator wants: to what, in which community, put into which channel.
record ShareLinkRequest(
        @NotNull @Valid TargetBody target,
        @Size(min = 1, max = 64) @Nullable String community,
        @NotNull @Pattern(regexp = "group|friend|moments|official-account|poster") String channel) {

    record TargetBody(
            @NotNull @Pattern(regexp = "product|community") String kind,
            @NotBlank @Size(max = 64) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String id) {

        Target target() {
            return new Target(Target.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
        }
    }

    Wish by(String sharer) {
        return new Wish(sharer, target.target(), Channel.of(channel).orElseThrow(), community);
    }
}
