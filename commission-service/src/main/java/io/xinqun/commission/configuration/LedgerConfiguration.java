package io.xinqun.commission.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.xinqun.commission.Gauges;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.posting.LedgerRule;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.publishing.LedgerContract;
import io.xinqun.commission.publishing.Topics;
import io.xinqun.commission.statement.Statements;
import io.xinqun.commission.statement.mongo.FoldedStatements;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.TotalsDefinition;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.mongo.MongoJournalStore;
import io.xinqun.kernel.total.mongo.TotalsView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    /// The prefix of the ledger's collections and the name of its owners.
    static final String LEDGER = "ledger";

    @Bean
    LedgerTotals ledgerTotals() {
        return new LedgerTotals(Slots.DEFAULT);
    }

    @Bean
    LedgerContract ledgerContract(LedgerTotals totals) {
        return new LedgerContract(totals);
    }

    @Bean
    TotalsDefinition<Entry> ledger(LedgerTotals totals, LedgerContract contract) {
        return new TotalsDefinition<>(
                LEDGER,
                Topics.LEDGER_COMMANDS,
                new LedgerRule(totals),
                contract::decode,
                contract::posted);
    }

    @Bean
    TotalsView ledgerView(MongoDatabase database) {
        return new TotalsView(database, LEDGER, Slots.DEFAULT);
    }

    @Bean
    JournalStore ledgerJournal(MongoDatabase database) {
        return new MongoJournalStore(database, LEDGER);
    }

    @Bean
    Statements statements(TotalsView view, LedgerTotals totals) {
        return new FoldedStatements(view, totals);
    }

    @Bean
    Gauges gauges(MeterRegistry registry) {
        return new Gauges(registry);
    }
}
