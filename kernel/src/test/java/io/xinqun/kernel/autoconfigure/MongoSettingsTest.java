package io.xinqun.kernel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.connection.ServerMonitoringMode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.Test;

class MongoSettingsTest {

    private static final MongoSettings SETTINGS =
            new MongoSettings(
                    4,
                    64,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(15));

    @Test
    void a_bare_address_gets_settings_that_lose_nothing() {
        MongoClientSettings settings = settings("mongodb://db.example:27017");
        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getRetryWrites()).isTrue();
        assertThat(settings.getRetryReads()).isTrue();
        assertThat(settings.getUuidRepresentation()).isEqualTo(UuidRepresentation.STANDARD);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(64);
        assertThat(settings.getConnectionPoolSettings().getMinSize()).isEqualTo(4);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(5);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS)).isEqualTo(15);
    }

    @Test
    void what_the_address_says_wins() {
        MongoClientSettings settings =
                settings(
                        "mongodb://db.example/?w=1&journal=false&readConcernLevel=local"
                                + "&retryWrites=false&retryReads=false&maxPoolSize=7&minPoolSize=1"
                                + "&serverSelectionTimeoutMS=900&socketTimeoutMS=800"
                                + "&connectTimeoutMS=700&waitQueueTimeoutMS=600"
                                + "&serverMonitoringMode=poll");
        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.W1.withJournal(false));
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.LOCAL);
        assertThat(settings.getRetryWrites()).isFalse();
        assertThat(settings.getRetryReads()).isFalse();
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(settings.getConnectionPoolSettings().getMinSize()).isEqualTo(1);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS))
                .isEqualTo(600);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(900);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(800);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(700);
        assertThat(settings.getServerSettings().getServerMonitoringMode())
                .isEqualTo(ServerMonitoringMode.POLL);
    }

    private static MongoClientSettings settings(String address) {
        ConnectionString connection = new ConnectionString(address);
        MongoClientSettings.Builder builder =
                MongoClientSettings.builder().applyConnectionString(connection);
        SETTINGS.applyTo(builder, connection);
        return builder.build();
    }
}
