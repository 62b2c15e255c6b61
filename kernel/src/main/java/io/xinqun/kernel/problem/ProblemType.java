package io.xinqun.kernel.problem;

import org.springframework.http.HttpStatus;

/// A kind of problem that clients can rely on: each service has an enum of its own.
///
/// Shape: `code` is stable kebab-case and part of the public contract; `english` and `chinese` are
/// titles for people, chosen by `Accept-Language`.
public interface ProblemType {

    String code();

    HttpStatus status();

    String english();

    String chinese();
}
