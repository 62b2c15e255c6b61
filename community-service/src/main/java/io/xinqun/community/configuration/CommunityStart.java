package io.xinqun.community.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.administration.EnsureFirstOperator;
import io.xinqun.community.model.account.Login;
import io.xinqun.kernel.mongo.BlockingMongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// Makes what must be there before the first request: indexes and the first operator. The program
/// is not ready until it is done.
final class CommunityStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CommunityStart.class);

    private final MongoDatabase database;
    private final EnsureFirstOperator ensureFirstOperator;
    private final CommunityProperties properties;

    CommunityStart(
            MongoDatabase database,
            EnsureFirstOperator ensureFirstOperator,
            CommunityProperties properties) {
        this.database = database;
        this.ensureFirstOperator = ensureFirstOperator;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        BlockingMongo.first(CommunityIndexes.create(database));
        if (properties.operatorLogin().isBlank()) {
            return;
        }
        Login login =
                Login.of(properties.operatorLogin())
                        .orElseThrow(() ->
                                new IllegalStateException("XINQUN_OPERATOR_LOGIN is not a login"));
        boolean made =
                Boolean.TRUE.equals(
                        BlockingMongo.first(
                                ensureFirstOperator.handle(login, properties.operatorPassword())));
        LOG.info("the first operator {}", made ? "was made" : "was there");
    }
}
