package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.story.stage.Narrator;
import java.time.Duration;

/// What somebody has earned; `who` is said of them.
public record Wallet(Person owner, String who) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Waits until so many fen are frozen in it, and tells.
    public void awaitFrozen(Narrator tell, long fen) {
        Reply wallet =
                Waiting.until(
                        "the wallet of " + who,
                        LIMIT,
                        () -> owner.get("/api/v1/wallet"),
                        reply -> reply.is(200) && reply.number("/frozenFen") == fen);
        tell.checkEqual(
                "frozen for " + who + " (" + Narrator.yuan(fen) + ")",
                fen,
                wallet.number("/frozenFen"));
    }
}
