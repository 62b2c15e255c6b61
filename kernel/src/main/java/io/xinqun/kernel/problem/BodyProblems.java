package io.xinqun.kernel.problem;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says what is wrong with a JSON body, naming the member. Jackson's own messages are not passed
/// on: they repeat the content and name our classes.
///
/// Errors: what is no JSON is `malformed-body`; JSON of the wrong form is `invalid-request` with
/// `errors[]`.
final class BodyProblems {

    private BodyProblems() {}

    static Problem of(JacksonException unreadable) {
        if (unreadable.getCause() instanceof Problem problem) {
            return problem;
        }
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                    invalid(unknown, FieldFault.UNKNOWN_FIELD);
            case InvalidNullException missing -> invalid(missing, FieldFault.MISSING);
            case InvalidFormatException value -> invalid(value, faultOf(value));
            case ValueInstantiationException value -> invalid(value, FieldFault.INVALID_VALUE);
            case MismatchedInputException type -> invalid(type, faultOf(type));
            case InputCoercionException number -> invalid(number, FieldFault.WRONG_TYPE);
            case StreamReadException syntax -> malformed(syntax);
            default -> malformed(unreadable);
        };
    }

    /// The path of the member in the form `lines[0].quantity`; empty for the body itself.
    static String pathOf(JacksonException unreadable) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /// Text that means nothing here is a wrong value; a number where text belongs is a wrong type.
    private static FieldFault faultOf(InvalidFormatException value) {
        boolean coerced = String.valueOf(value.getOriginalMessage()).startsWith("Cannot coerce");
        return coerced || !(value.getValue() instanceof String)
                ? FieldFault.WRONG_TYPE
                : FieldFault.INVALID_VALUE;
    }

    private static FieldFault faultOf(MismatchedInputException type) {
        String message = String.valueOf(type.getOriginalMessage());
        boolean absent = message.startsWith("Missing") || message.startsWith("Cannot map `null`");
        return absent ? FieldFault.MISSING : FieldFault.WRONG_TYPE;
    }

    private static Problem invalid(JacksonException unreadable, FieldFault fault) {
        FieldProblem error = fault.at(pathOf(unreadable));
        String subject = error.field().isEmpty() ? "The body" : error.field();
        return new Problem(
                        CommonProblem.INVALID_REQUEST, subject + " " + error.message(), unreadable)
                .with("errors", List.of(error));
    }

    private static Problem malformed(JacksonException unreadable) {
        var location = unreadable.getLocation();
        String where =
                location == null || location.getLineNr() < 1
                        ? ""
                        : " (line "
                                + location.getLineNr()
                                + ", column "
                                + location.getColumnNr()
                                + ")";
        return new Problem(
                CommonProblem.MALFORMED_BODY,
                "The body is not the JSON it should be" + where,
                unreadable);
    }
}
