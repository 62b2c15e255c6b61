package io.xinqun.kernel.autoconfigure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How this program talks to its store (`xinqun.mongodb.*`). What the address itself says wins: a
/// store that knows no sessions is addressed with `retryWrites=false`.
///
/// Shape: writes are acknowledged by a majority and journaled, reads see only such writes; the pool
/// is bounded; nobody waits longer than the time-outs for a connection or a server.
@Validated
@ConfigurationProperties("xinqun.mongodb")
record MongoSettings(
        @Min(0) @DefaultValue("4") int minimumPoolSize,
        @Min(1) @Max(500) @DefaultValue("64") int maximumPoolSize,
        @NotNull @DefaultValue("2s") Duration poolWait,
        @NotNull @DefaultValue("5s") Duration serverSelection,
        @NotNull @DefaultValue("3s") Duration connectTimeout,
        @NotNull @DefaultValue("15s") Duration socketTimeout) {

    void applyTo(MongoClientSettings.Builder settings, ConnectionString address) {
        settings.uuidRepresentation(UuidRepresentation.STANDARD);
        if (address.getWriteConcern() == null) {
            settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
        }
        if (address.getReadConcern() == null) {
            settings.readConcern(ReadConcern.MAJORITY);
        }
        if (address.getRetryWritesValue() == null) {
            settings.retryWrites(true);
        }
        if (address.getRetryReads() == null) {
            settings.retryReads(true);
        }
        applyPool(settings, address);
        applyTimeouts(settings, address);
    }

    private void applyPool(MongoClientSettings.Builder settings, ConnectionString address) {
        settings.applyToConnectionPoolSettings(pool -> {
            if (address.getMaxConnectionPoolSize() == null) {
                pool.maxSize(maximumPoolSize);
            }
            if (address.getMinConnectionPoolSize() == null) {
                pool.minSize(minimumPoolSize);
            }
            if (address.getMaxWaitTime() == null) {
                pool.maxWaitTime(poolWait.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private void applyTimeouts(MongoClientSettings.Builder settings, ConnectionString address) {
        settings.applyToClusterSettings(cluster -> {
            if (address.getServerSelectionTimeout() == null) {
                cluster.serverSelectionTimeout(serverSelection.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
        settings.applyToSocketSettings(socket -> {
            if (address.getConnectTimeout() == null) {
                socket.connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (address.getSocketTimeout() == null) {
                socket.readTimeout(socketTimeout.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }
}
