package io.xinqun.kernel.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PacedBodyTest {

    private static final Duration PAUSE = Duration.ofSeconds(8);
    private static final Duration ALMOST = Duration.ofMillis(7_999);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final BodyPace PACE = new BodyPace(PAUSE, 100);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final TestPublisher<DataBuffer> sender = TestPublisher.create();

    @Test
    void a_body_that_never_begins_ends_after_the_pause() {
        reading(Long.MAX_VALUE)
                .then(() -> time.advanceTimeBy(ALMOST))
                .then(() -> sender.assertSubscribers(1))
                .then(() -> time.advanceTimeBy(SECOND))
                .then(sender::complete)
                .verifyErrorSatisfies(PacedBodyTest::isTooSlow);
        sender.assertCancelled();
    }

    @Test
    void a_body_that_stops_ends_after_the_pause() {
        reading(Long.MAX_VALUE)
                .then(() -> sender.next(bytes(5_000)))
                .expectNextCount(1)
                .then(() -> time.advanceTimeBy(ALMOST))
                .then(() -> sender.assertSubscribers(1))
                .then(() -> time.advanceTimeBy(SECOND.multipliedBy(2)))
                .then(sender::complete)
                .verifyErrorSatisfies(PacedBodyTest::isTooSlow);
    }

    @Test
    void a_body_that_drips_ends_although_it_is_never_silent() {
        reading(Long.MAX_VALUE)
                .then(() -> everySecond(50, 60))
                .expectNextCount(16)
                .then(sender::complete)
                .verifyErrorSatisfies(PacedBodyTest::isTooSlow);
    }

    @Test
    void a_body_that_is_fast_enough_comes_whole_however_long_it_takes() {
        reading(Long.MAX_VALUE)
                .then(() -> everySecond(100, 600))
                .expectNextCount(600)
                .then(sender::complete)
                .verifyComplete();
    }

    @Test
    void a_reader_that_takes_its_time_is_not_held_against_the_sender() {
        reading(0)
                .then(() -> time.advanceTimeBy(PAUSE.multipliedBy(10)))
                .thenRequest(1)
                .then(() -> sender.next(bytes(1)))
                .expectNextCount(1)
                .then(() -> time.advanceTimeBy(PAUSE.multipliedBy(10)))
                .thenRequest(1)
                .then(sender::complete)
                .verifyComplete();
    }

    private StepVerifier.FirstStep<DataBuffer> reading(long wanted) {
        Flux<DataBuffer> body = PacedBody.of(sender.flux(), PACE, time);
        return StepVerifier.create(body, wanted);
    }

    private void everySecond(int count, int times) {
        for (int i = 0; i < times; i++) {
            sender.next(bytes(count));
            time.advanceTimeBy(SECOND);
        }
    }

    private static DataBuffer bytes(int count) {
        return DefaultDataBufferFactory.sharedInstance.wrap(new byte[count]);
    }

    private static void isTooSlow(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.type()).isEqualTo(CommonProblem.BODY_TOO_SLOW));
    }
}
