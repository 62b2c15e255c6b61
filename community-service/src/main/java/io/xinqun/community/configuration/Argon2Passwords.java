package io.xinqun.community.configuration;

import io.xinqun.community.configuration.CommunityProperties.PasswordProperties;
import io.xinqun.community.model.account.Passwords;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Passwords under Argon2id, on a few threads of their own, so that a wave of sign-ins costs
/// neither the memory nor the processors of everything else.
///
/// Source: OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane.
public final class Argon2Passwords implements Passwords, AutoCloseable {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIBIBYTES = 19 * 1_024;
    private static final int PASSES = 2;

    /// An idle thread may go; the next sign-in makes another.
    private static final int THREAD_SECONDS = 60;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, PASSES);
    private final String nobodys = encode("nobody has this password");
    private final Scheduler threads;

    public Argon2Passwords(PasswordProperties properties) {
        this.threads =
                Schedulers.newBoundedElastic(
                        properties.threads(), properties.waiting(), "passwords", THREAD_SECONDS);
    }

    @Override
    public Mono<String> hash(String password) {
        return onThreads(() -> encode(password));
    }

    @Override
    public Mono<Boolean> matches(String password, String hash) {
        return onThreads(() -> encoder.matches(password, hash));
    }

    @Override
    public String nobodys() {
        return nobodys;
    }

    @Override
    public void close() {
        threads.dispose();
    }

    private String encode(String password) {
        return String.valueOf(encoder.encode(password));
    }

    private <T> Mono<T> onThreads(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(threads)
                .onErrorMap(
                        RejectedExecutionException.class,
                        full ->
                                new Problem(
                                        CommonProblem.UNAVAILABLE, "Too many sign-ins at once"));
    }
}
