package io.xinqun.kernel.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/// Turns validation and binding errors into `invalid-request` with `errors[]`.
final class InvalidRequests {

    /// More would only help somebody who sends nonsense; the first hundred show the pattern.
    private static final int MAXIMUM_ERRORS = 100;

    private InvalidRequests() {}

    static Problem of(List<FieldProblem> errors) {
        String detail =
                errors.isEmpty()
                        ? "The request is not valid"
                        : errors.getFirst().field() + " " + errors.getFirst().message();
        return new Problem(CommonProblem.INVALID_REQUEST, detail)
                .with("errors", errors.stream().limit(MAXIMUM_ERRORS).toList());
    }

    static Problem of(WebExchangeBindException invalid) {
        return of(invalid.getAllErrors().stream().map(InvalidRequests::fieldProblem).toList());
    }

    static Problem of(ConstraintViolationException invalid) {
        return of(
                invalid.getConstraintViolations().stream()
                        .map(InvalidRequests::fieldProblem)
                        .toList());
    }

    static Problem of(HandlerMethodValidationException invalid) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                body.getAllErrors().forEach(error -> errors.add(fieldProblem(error)));
            } else {
                String name = nameOf(result.getMethodParameter());
                result.getResolvableErrors().forEach(error -> errors.add(parameter(name, error)));
            }
        }
        return of(errors);
    }

    static Problem of(MissingRequestValueException missing) {
        return of(List.of(FieldFault.MISSING.at(missing.getName())));
    }

    /// A path or query value of the wrong type, or a body that is not there.
    static Problem of(ServerWebInputException input) {
        MethodParameter parameter = input.getMethodParameter();
        if (input.getCause() == null) {
            return new Problem(CommonProblem.MALFORMED_BODY, "The request has no body", input);
        }
        return of(List.of(FieldFault.WRONG_TYPE.at(nameOf(parameter))));
    }

    private static FieldProblem parameter(String name, MessageSourceResolvable error) {
        return new FieldProblem(name, codeOf(error), messageOf(error));
    }

    private static FieldProblem fieldProblem(ObjectError error) {
        String field = error instanceof FieldError member ? member.getField() : "";
        if (error instanceof FieldError member && member.isBindingFailure()) {
            return FieldFault.WRONG_TYPE.at(field);
        }
        return new FieldProblem(field, codeOf(error), messageOf(error));
    }

    private static FieldProblem fieldProblem(ConstraintViolation<?> violation) {
        String constraint =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return new FieldProblem(
                violation.getPropertyPath().toString(), kebab(constraint), violation.getMessage());
    }

    /// The constraint's name: `NotBlank` becomes `not-blank`.
    private static String codeOf(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0 ? "invalid" : kebab(codes[codes.length - 1]);
    }

    private static String messageOf(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String nameOf(@Nullable MethodParameter parameter) {
        String name = parameter == null ? null : parameter.getParameterName();
        return name == null ? "" : name;
    }
}
