package io.xinqun.community;

import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.community.CommunityMetric.MetricTag;
import io.xinqun.kernel.problem.Problem;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/// Counts what endpoints answer.
public final class CommunityMeters {

    private static final String FAILED = "failed";

    private final MeterRegistry registry;

    public CommunityMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Counts a sign-in on its way through.
    public <T> Mono<T> signIn(String way, Mono<T> answer) {
        return answer.doOnSuccess(done -> signedIn(way, "done"))
                .doOnError(error -> signedIn(way, codeOf(error)));
    }

    /// Counts a join, by where the member stands then.
    public <T> Mono<T> join(Function<T, String> status, Mono<T> answer) {
        return counted(CommunityMetric.JOINS, status, answer);
    }

    /// Counts a visit, by what came of it.
    public <T> Mono<T> visit(Function<T, String> outcome, Mono<T> answer) {
        return counted(CommunityMetric.VISITS, outcome, answer);
    }

    private <T> Mono<T> counted(
            CommunityMetric metric, Function<T, String> outcome, Mono<T> answer) {
        return answer.doOnNext(done -> count(metric, outcome.apply(done)))
                .doOnError(error -> count(metric, codeOf(error)));
    }

    private void count(CommunityMetric metric, String outcome) {
        registry.counter(metric.getName(), MetricTag.OUTCOME.asString(), outcome).increment();
    }

    private void signedIn(String way, String outcome) {
        registry.counter(
                        CommunityMetric.SIGN_INS.getName(),
                        MetricTag.WAY.asString(),
                        way,
                        MetricTag.OUTCOME.asString(),
                        outcome)
                .increment();
    }

    private static String codeOf(Throwable error) {
        return error instanceof Problem problem ? problem.type().code() : FAILED;
    }
}
