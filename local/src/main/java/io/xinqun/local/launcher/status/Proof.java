package io.xinqun.local.launcher.status;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// What commission-service's proof says, as far as it is shown.
public record Proof(boolean holds, Instant at, long entries, long differences) {

    /// What the last step of the continuous proof left in the program's metrics, where a whole
    /// proof takes longer than a person waits. It does not count entries.
    static Optional<Proof> ofLastStep(Samples samples) {
        OptionalDouble differences = samples.sum("xinqun_commission_proof_differences");
        OptionalDouble at = samples.max("xinqun_commission_proof_at_seconds");
        if (differences.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        long found = Math.round(differences.getAsDouble());
        Instant ended = Instant.ofEpochSecond(Math.round(at.getAsDouble()));
        return Optional.of(new Proof(found == 0, ended, 0, found));
    }

    /// The answer of `GET /api/v1/operator/ledger/proof`.
    public static Proof of(JsonNode answer) {
        long differences = 0;
        for (JsonNode part : answer) {
            differences += part.at("/differences/count").asLong(0);
        }
        return new Proof(
                answer.path("holds").asBoolean(false),
                Instant.parse(answer.path("at").asString()),
                answer.at("/entries/checked").asLong(0),
                differences);
    }
}
