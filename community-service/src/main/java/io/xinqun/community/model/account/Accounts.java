package io.xinqun.community.model.account;

import io.xinqun.kernel.event.Actor;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// All accounts. A write tells the events that it causes.
public interface Accounts {

    Mono<Account> find(String id);

    /// Adds a new account; false when the id is taken.
    Mono<Boolean> add(Account account, @Nullable Actor actor);

    /// Writes the next version; false when somebody else wrote it first.
    Mono<Boolean> change(Account before, Account after, Actor actor);

    /// The second levels of those among `ids` who are curators and have one.
    Mono<Map<String, String>> secondLevelsOf(Collection<String> ids);
}
