package io.xinqun.kernel.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.problem.CommonProblem;
import java.util.List;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Says of every operation what the kernel may answer in its place, and that every refusal is a
/// problem document.
///
/// Shape: the codes of a status stand in its description; an endpoint names only its own.
public final class ProblemResponses implements OpenApiCustomizer {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String FIRST_ERROR = "400";

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents().addSchemas(ProblemSchema.NAME, ProblemSchema.schema());
        if (api.getPaths() != null) {
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(ProblemResponses::complete));
        }
        RequestSchemas.close(api);
    }

    private static void complete(Operation operation) {
        for (Parameter parameter : parameters(operation)) {
            if (parameter.getSchema() != null) {
                RequestSchemas.anchor(parameter.getSchema());
            }
        }
        boolean hasBody = operation.getRequestBody() != null;
        add(operation, CommonProblem.NOT_SIGNED_IN);
        if (hasBody || !parameters(operation).isEmpty()) {
            add(operation, CommonProblem.INVALID_REQUEST);
        }
        if (hasBody) {
            add(operation, CommonProblem.MALFORMED_BODY);
            add(operation, CommonProblem.BODY_TOO_LARGE);
            add(operation, CommonProblem.BODY_TOO_SLOW);
            add(operation, CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        addForKey(operation);
        add(operation, CommonProblem.NOT_ACCEPTABLE);
        operation
                .getResponses()
                .forEach((status, response) -> {
                    if (status.compareTo(FIRST_ERROR) >= 0) {
                        response.setContent(problem());
                    }
                });
    }

    private static void addForKey(Operation operation) {
        for (Parameter parameter : parameters(operation)) {
            if (IdempotencyKey.HEADER.equals(parameter.getName())) {
                add(operation, CommonProblem.IDEMPOTENCY_KEY_INVALID);
                if (Boolean.TRUE.equals(parameter.getRequired())) {
                    add(operation, CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
                }
            }
        }
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static void add(Operation operation, CommonProblem problem) {
        ApiResponses responses = operation.getResponses();
        String status = Integer.toString(problem.status().value());
        ApiResponse response = responses.computeIfAbsent(status, one -> new ApiResponse());
        String said = response.getDescription() == null ? "" : response.getDescription();
        if (!names(said, problem.code())) {
            response.setDescription(said.isEmpty() ? problem.code() : said + ", " + problem.code());
        }
    }

    private static boolean names(String description, String code) {
        return Pattern.compile("(?<![a-z-])" + code + "(?![a-z-])").matcher(description).find();
    }

    private static Content problem() {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + ProblemSchema.NAME);
        return new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference));
    }
}
