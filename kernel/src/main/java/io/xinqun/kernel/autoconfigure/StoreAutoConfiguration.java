package io.xinqun.kernel.autoconfigure;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.problem.ProblemTranslation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// The program's own database, with settings that lose nothing.
@AutoConfiguration(
        after = MongoReactiveAutoConfiguration.class,
        afterName = "io.xinqun.kernel.autoconfigure.CoreAutoConfiguration")
@ConditionalOnClass({MongoDatabase.class, MongoReactiveAutoConfiguration.class})
@EnableConfigurationProperties(MongoSettings.class)
public class StoreAutoConfiguration {

    /// After Spring Boot's own, which applies the address.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer mongoSettingsCustomizer(
            MongoSettings settings, MongoConnectionDetails details) {
        return builder -> settings.applyTo(builder, details.getConnectionString());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(MongoClient.class)
    MongoDatabase mongoDatabase(
            MongoClient client, MongoConnectionDetails details, Environment environment) {
        String named = environment.getProperty("spring.mongodb.database");
        String inAddress = details.getConnectionString().getDatabase();
        String name = named == null || named.isBlank() ? inAddress : named;
        if (name == null || name.isBlank()) {
            throw new IllegalStateException(
                    "name the database of this program in spring.mongodb.database");
        }
        return client.getDatabase(name);
    }

    @Bean
    ProblemTranslation storeProblems() {
        return StoreAutoConfiguration::translate;
    }

    private static @Nullable Problem translate(Throwable thrown) {
        return switch (thrown) {
            case MongoSocketException away -> unavailable(away);
            case MongoTimeoutException away -> unavailable(away);
            case MongoNotPrimaryException away -> unavailable(away);
            case MongoNodeIsRecoveringException away -> unavailable(away);
            case MongoConnectionPoolClearedException away -> unavailable(away);
            case MongoInterruptedException away -> unavailable(away);
            default -> null;
        };
    }

    private static Problem unavailable(Throwable away) {
        return new Problem(CommonProblem.UNAVAILABLE, "The store does not answer just now", away);
    }
}
