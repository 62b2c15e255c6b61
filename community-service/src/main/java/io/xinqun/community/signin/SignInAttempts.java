package io.xinqun.community.signin;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/// Counts tries of passwords per login, known or not, so that a password cannot be guessed and a
/// blocked login tells nothing about its existence.
///
/// State: a try is counted **before** the password is compared, so parallel guesses do not slip
/// through; a successful one forgets them all.
public interface SignInAttempts {

    /// Ten tries are enough for a person with a bad memory; at forty an hour a guesser needs
    /// centuries for the weakest password that is allowed.
    int TRIES = 10;

    Duration WINDOW = Duration.ofMinutes(15);

    /// Counts one try; false when the window has had all of its tries.
    Mono<Boolean> reserve(String login, Instant now);

    Mono<Void> clear(String login);

    /// Removes windows that ended before this instant; gives how many.
    Mono<Long> forget(Instant endedBefore);
}
