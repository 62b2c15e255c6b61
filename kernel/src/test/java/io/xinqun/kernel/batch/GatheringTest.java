package io.xinqun.kernel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatheringTest {

    private final List<List<String>> batches = new ArrayList<>();
    private final List<Sinks.One<List<Result<String>>>> calls = new ArrayList<>();
    private final Gathering<String, String> gathering =
            new Gathering<>(new GatheringLimits("items", 3, 2), this::call);

    private Mono<List<Result<String>>> call(List<String> items) {
        batches.add(items);
        Sinks.One<List<Result<String>>> reply = Sinks.one();
        calls.add(reply);
        return reply.asMono();
    }

    private CompletableFuture<String> submit(String item) {
        return gathering.submit(item).toFuture();
    }

    private void reply(int call) {
        List<Result<String>> results =
                batches.get(call).stream().map(item -> Result.success("done " + item)).toList();
        calls.get(call).tryEmitValue(results);
    }

    @Test
    void an_item_that_comes_alone_goes_at_once() {
        CompletableFuture<String> a = submit("a");
        assertThat(batches).containsExactly(List.of("a"));
        reply(0);
        assertThat(a).isCompletedWithValue("done a");
    }

    @Test
    void what_comes_while_a_call_is_in_flight_goes_together_in_the_next() {
        submit("a");
        CompletableFuture<String> b = submit("b");
        CompletableFuture<String> c = submit("c");
        CompletableFuture<String> d = submit("d");
        assertThat(batches).hasSize(1);
        reply(0);
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"));
        reply(1);
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
        reply(2);
        assertThat(List.of(b.join(), c.join(), d.join()))
                .containsExactly("done b", "done c", "done d");
        assertThat(submit("e")).isNotCompleted();
        assertThat(batches).hasSize(4);
    }

    @Test
    void one_item_too_many_is_told_to_come_again() {
        submit("a");
        submit("b");
        submit("c");
        CompletableFuture<String> last = submit("d");
        assertThat(last).isNotCompleted();
        assertThatThrownBy(() -> submit("e").join()).hasCauseInstanceOf(Overloaded.class);
        reply(0);
        assertThat(submit("f")).isNotCompleted();
    }

    @Test
    void a_failed_item_fails_alone_and_a_failed_call_fails_all_of_its_items_and_no_others() {
        CompletableFuture<String> a = submit("a");
        CompletableFuture<String> b = submit("b");
        CompletableFuture<String> c = submit("c");
        CompletableFuture<String> d = submit("d");
        calls.get(0).tryEmitError(new IllegalStateException("store away"));
        assertThatThrownBy(a::join).hasRootCauseMessage("store away");
        calls.get(1)
                .tryEmitValue(
                        List.of(
                                Result.failure(new IllegalArgumentException("twice")),
                                Result.success("ok")));
        assertThatThrownBy(b::join).hasRootCauseMessage("twice");
        assertThat(c).isCompletedWithValue("ok");
        calls.get(2).tryEmitValue(List.of());
        assertThatThrownBy(d::join).hasRootCauseMessage("the batch gave no result for it");
    }

    @Test
    void calls_that_answer_at_once_do_not_pile_up_on_the_stack() {
        Gathering<Integer, Integer> immediate =
                new Gathering<>(
                        new GatheringLimits("numbers", 100_000, 1),
                        items -> Mono.just(items.stream().map(Result::success).toList()));
        for (int i = 0; i < 50_000; i++) {
            assertThat(immediate.submit(i).toFuture()).isCompletedWithValue(i);
        }
    }
}
