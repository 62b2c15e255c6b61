package io.xinqun.catalog.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.catalog.listing.StockLevels;
import io.xinqun.catalog.publishing.Topics;
import io.xinqun.catalog.stock.ProveStock;
import io.xinqun.catalog.stock.ReleaseExpired;
import io.xinqun.catalog.stock.StockBooks;
import io.xinqun.catalog.stock.StockCommand;
import io.xinqun.catalog.stock.StockCommands;
import io.xinqun.catalog.stock.StockRule;
import io.xinqun.catalog.stock.messaging.KafkaStockCommands;
import io.xinqun.catalog.stock.messaging.StockCommandDecoder;
import io.xinqun.catalog.stock.messaging.StockOutcomes;
import io.xinqun.catalog.stock.schedule.StockSweep;
import io.xinqun.catalog.store.CachedStockLevels;
import io.xinqun.catalog.store.TotalsStockBooks;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.TotalsDefinition;
import io.xinqun.kernel.total.journal.TotalsProof;
import io.xinqun.kernel.total.mongo.MongoJournalStore;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/// Puts stock together: its totals, their books, its sweeper.
@Configuration(proxyBeanMethods = false)
class StockConfiguration {

    static final String STOCK = "stock";

    @Bean
    TotalsDefinition<StockCommand> stockTotals(
            @Value("${spring.application.name}") String program) {
        return new TotalsDefinition<>(
                STOCK,
                Topics.STOCK_COMMAND,
                new StockRule(),
                new StockCommandDecoder(),
                new StockOutcomes(program));
    }

    /// Fixed when a deployment is born; the owner checks it at start.
    @Bean
    Slots slots() {
        return Slots.DEFAULT;
    }

    @Bean
    TotalsView stockView(MongoDatabase database, Slots slots) {
        return new TotalsView(database, STOCK, slots);
    }

    @Bean
    StockBooks stockBooks(TotalsView stockView, MongoDatabase database, Slots slots) {
        TotalsProof proof = new TotalsProof(new MongoJournalStore(database, STOCK));
        return new TotalsStockBooks(stockView, proof, slots);
    }

    @Bean
    StockLevels stockLevels(TotalsView stockView) {
        return new CachedStockLevels(stockView);
    }

    @Bean
    ProveStock proveStock(StockBooks books) {
        return new ProveStock(books);
    }

    @Bean
    StockCommands stockCommands(
            KafkaTemplate<String, byte[]> kafka,
            KafkaStockCommands.Address address,
            Slots slots,
            Clock clock) {
        return new KafkaStockCommands(kafka, address, slots, clock);
    }

    @Bean
    KafkaStockCommands.Address stockCommandAddress(
            KafkaNames names, @Value("${spring.application.name}") String program) {
        return new KafkaStockCommands.Address(names, Topics.STOCK_COMMAND, program);
    }

    @Bean
    StockSweep stockSweep(
            StockBooks books, StockCommands commands, Clock clock, MeterRegistry registry) {
        return new StockSweep(new ReleaseExpired(books, commands, clock), books, registry);
    }
}
