package io.xinqun.community.configuration;

import io.xinqun.kernel.security.KeySource;
import io.xinqun.kernel.security.KeySources;
import io.xinqun.kernel.security.TokenSigner;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/// The keys that sign tokens, read again from their file: the first signs, all are published.
///
/// State: to rotate, put the new key **behind** the old one, wait until every program has read the
/// published set again (five minutes), then move it to the front; remove the old one after the
/// longest token has expired. A file that cannot be read leaves the keys in hand.
public final class SigningKeys implements Supplier<TokenSigner>, KeySource {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private record Held(String text, TokenSigner signer) {}

    private final String location;
    private final Clock clock;
    private final String issuer;
    private volatile Held held;

    public SigningKeys(String location, Clock clock, String issuer) {
        this.location = location;
        this.clock = clock;
        this.issuer = issuer;
        this.held = load(location, clock, issuer);
    }

    @Override
    public TokenSigner get() {
        return held.signer();
    }

    /// We check tokens with the keys that we publish.
    @Override
    public Mono<String> read() {
        return Mono.fromSupplier(() -> get().publicKeys());
    }

    /// Reads the file again.
    @Scheduled(fixedDelayString = "${xinqun.community.signing-keys-reread:PT30S}")
    public void reread() {
        try {
            Held fresh = load(location, clock, issuer);
            if (!held.text().equals(fresh.text())) {
                held = fresh;
                LOG.info("the signing keys have changed");
            }
        } catch (IllegalArgumentException unreadable) {
            LOG.warn(
                    "the signing keys cannot be read, those in hand stay: {}",
                    unreadable.getMessage());
        }
    }

    private static Held load(String location, Clock clock, String issuer) {
        String text = KeySources.text(location);
        return new Held(text, new TokenSigner(text, clock, issuer));
    }
}
