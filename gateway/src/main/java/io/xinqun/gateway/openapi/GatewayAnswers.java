package io.xinqun.gateway.openapi;

import io.xinqun.gateway.route.Routes;
import io.xinqun.kernel.problem.CommonProblem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adds to a service's document what the gateway answers in its place: who may not pass, who asks
/// too much, sends too much or too slowly, and that the service is away.
final class GatewayAnswers {

    /// The schema of problems, which every service's document has under this name.
    static final String PROBLEM = "Problem";

    private GatewayAnswers() {}

    /// @param operations the methods of one path as in the document
    static void addTo(String path, JsonNode operations) {
        operations
                .propertyStream()
                .forEach(entry -> {
                    if (entry.getValue() instanceof ObjectNode operation) {
                        rule(entry.getKey(), path).ifPresent(rule -> add(operation, rule));
                    }
                });
    }

    private static Optional<Routes.Rule> rule(String method, String path) {
        HttpMethod asked = HttpMethod.valueOf(method.toUpperCase(Locale.ROOT));
        PathContainer example = PathContainer.parsePath(path.replaceAll("[{}]", ""));
        return Routes.table().stream()
                .filter(rule -> rule.methods().contains(asked))
                .filter(rule ->
                        rule.paths().stream()
                                .map(PathPatternParser.defaultInstance::parse)
                                .anyMatch(pattern -> pattern.matches(example)))
                .findFirst();
    }

    private static void add(ObjectNode operation, Routes.Rule rule) {
        ObjectNode responses = operation.withObject("/responses");
        add(responses, CommonProblem.RATE_LIMITED);
        add(responses, CommonProblem.UNAVAILABLE);
        add(responses, CommonProblem.BODY_TOO_SLOW);
        if (rule.role() != null) {
            add(responses, CommonProblem.FORBIDDEN);
        }
        if (rule.traffic().bodyLimitBytes() < Long.MAX_VALUE) {
            add(responses, CommonProblem.BODY_TOO_LARGE);
        }
    }

    private static void add(ObjectNode responses, CommonProblem problem) {
        ObjectNode response = responses.withObjectProperty("" + problem.status().value());
        String said = response.path("description").asString("");
        if (!Pattern.compile("(?<![a-z-])" + problem.code() + "(?![a-z-])").matcher(said).find()) {
            response.put(
                    "description", said.isEmpty() ? problem.code() : said + ", " + problem.code());
        }
        response.withObjectProperty("content")
                .withObjectProperty("application/problem+json")
                .withObjectProperty("schema")
                .put("$ref", "#/components/schemas/" + PROBLEM);
    }
}
