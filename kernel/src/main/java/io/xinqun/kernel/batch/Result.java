package io.xinqun.kernel.batch;

/// What became of one item of a batch.
public sealed interface Result<O> {

    record Success<O>(O value) implements Result<O> {}

    record Failure<O>(Throwable error) implements Result<O> {}

    static <O> Result<O> success(O value) {
        return new Success<>(value);
    }

    static <O> Result<O> failure(Throwable error) {
        return new Failure<>(error);
    }
}
