package io.xinqun.community.store.account;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.account.Login;
import io.xinqun.community.model.account.Logins;
import io.xinqun.community.store.DuplicateKey;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Mono;

/// Logins in the collection `logins`, one document each. Shard key: `_id`, the login.
public final class MongoLogins implements Logins {

    private final MongoCollection<Document> logins;

    public MongoLogins(MongoDatabase database) {
        this.logins = database.getCollection("logins");
    }

    @Override
    public Mono<Credential> find(Login login) {
        return Mono.from(logins.find(new Document("_id", login.value())))
                .map(document ->
                        new Credential(
                                document.getString("account"), document.getString("passwordHash")));
    }

    @Override
    public Mono<Boolean> add(Login login, Credential credential, Instant now) {
        Document document =
                new Document("_id", login.value())
                        .append("account", credential.account())
                        .append("passwordHash", credential.passwordHash())
                        .append("createdAt", Date.from(now));
        return Mono.from(logins.insertOne(document))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::is, taken -> Mono.just(false));
    }
}
