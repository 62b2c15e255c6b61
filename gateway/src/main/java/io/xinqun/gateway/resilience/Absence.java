package io.xinqun.gateway.resilience;

import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/// Why a service was not asked, or was not heard.
enum Absence {
    /// It did not answer in the time of its kind of traffic.
    SLOW,
    /// Nobody listens there.
    NO_CONNECTION,
    /// As many connections as there may be are busy.
    POOL_FULL,
    /// It failed so often that it is left alone.
    BREAKER_OPEN,
    OTHER;

    private static final int MAXIMUM_DEPTH = 10;

    /// The first cause that has a name; routing words a time-out as a 504, sometimes without one.
    static Absence of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAXIMUM_DEPTH; depth++) {
            Absence named = named(cause);
            if (named != OTHER) {
                return named;
            }
            cause = cause.getCause();
        }
        return failure instanceof ResponseStatusException status
                        && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT)
                ? SLOW
                : OTHER;
    }

    /// A full pool is a time-out too, so it is asked for first.
    private static Absence named(Throwable failure) {
        return switch (failure) {
            case PoolAcquireTimeoutException full -> POOL_FULL;
            case TimeoutException slow -> SLOW;
            case ReadTimeoutException slow -> SLOW;
            case ConnectException refused -> NO_CONNECTION;
            case UnknownHostException nowhere -> NO_CONNECTION;
            case ServiceUnavailableException open -> BREAKER_OPEN;
            default -> OTHER;
        };
    }
}
