package io.xinqun.kernel.problem;

/// What is wrong with one member or parameter of a request: part of `errors[]`.
///
/// Shape: `field` is its path (`lines[0].quantity`), `code` is stable kebab-case, `message` is for
/// people.
public record FieldProblem(String field, String code, String message) {}
