package io.xinqun.kernel.problem;

import io.xinqun.kernel.money.MoneyOverflow;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/// Says which [Problem] an exception is, whatever threw it.
///
/// Errors: what nobody can name is `internal`, and nothing of it is shown.
public final class Problems {

    /// Causes nest a few levels; a longer chain is a loop.
    private static final int MAXIMUM_DEPTH = 10;

    private final List<ProblemTranslation> translations;

    public Problems(List<ProblemTranslation> translations) {
        this.translations = List.copyOf(translations);
    }

    public Problem of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAXIMUM_DEPTH; depth++) {
            Problem problem = named(cause);
            if (problem != null) {
                return problem;
            }
            cause = cause.getCause();
        }
        return thrown instanceof ResponseStatusException status
                ? ofStatus(status)
                : new Problem(
                        CommonProblem.INTERNAL, "Tell the operator the correlation id", thrown);
    }

    private @Nullable Problem named(Throwable thrown) {
        for (ProblemTranslation translation : translations) {
            Problem problem = translation.translate(thrown);
            if (problem != null) {
                return problem;
            }
        }
        return switch (thrown) {
            case Problem problem -> problem;
            case WebExchangeBindException invalid -> InvalidRequests.of(invalid);
            case HandlerMethodValidationException invalid
                    when invalid.getStatusCode().is4xxClientError() ->
                    InvalidRequests.of(invalid);
            case MissingRequestValueException missing -> InvalidRequests.of(missing);
            case ServerWebInputException input -> ofInput(input);
            case ResponseStatusException status when status.getCause() == null -> ofStatus(status);
            case ConstraintViolationException invalid -> InvalidRequests.of(invalid);
            case DataBufferLimitException tooLarge -> tooLarge();
            case MoneyOverflow overflow ->
                    new Problem(CommonProblem.INVALID_REQUEST, "The amounts are too large");
            case TimeoutException slow ->
                    new Problem(CommonProblem.UNAVAILABLE, "Something behind this is slow", slow);
            default -> null;
        };
    }

    private static Problem ofInput(ServerWebInputException input) {
        Throwable cause = input;
        for (int depth = 0; cause != null && depth < MAXIMUM_DEPTH; depth++) {
            switch (cause) {
                case Problem problem -> {
                    return problem;
                }
                case JacksonException unreadable -> {
                    return BodyProblems.of(unreadable);
                }
                case DataBufferLimitException tooLarge -> {
                    return tooLarge();
                }
                case DecodingException undecoded when undecoded.getCause() == null -> {
                    return new Problem(
                            CommonProblem.MALFORMED_BODY, "The body cannot be read", undecoded);
                }
                default -> cause = cause.getCause();
            }
        }
        return InvalidRequests.of(input);
    }

    private static Problem tooLarge() {
        return new Problem(CommonProblem.BODY_TOO_LARGE, "The body is larger than it may be here");
    }

    private static Problem ofStatus(ResponseStatusException thrown) {
        HttpStatusCode status = thrown.getStatusCode();
        for (CommonProblem common : CommonProblem.values()) {
            if (common.status().isSameCodeAs(status) && !common.isSpecial()) {
                return new Problem(common, common.english(), thrown);
            }
        }
        HttpStatus known = HttpStatus.resolve(status.value());
        return status.is4xxClientError() && known != null
                ? new Problem(new StatusProblem(known), known.getReasonPhrase(), thrown)
                : new Problem(
                        CommonProblem.INTERNAL, "Tell the operator the correlation id", thrown);
    }
}
