package io.xinqun.kernel.problem;

import java.util.Locale;

/// The ways in which a member of a JSON body or a parameter cannot be read.
enum FieldFault {
    UNKNOWN_FIELD("is not known here"),
    WRONG_TYPE("has the wrong type or is out of range"),
    MISSING("is missing"),
    INVALID_VALUE("has a value that is not allowed");

    private final String message;

    FieldFault(String message) {
        this.message = message;
    }

    FieldProblem at(String field) {
        String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FieldProblem(field, code, message);
    }
}
