package io.xinqun.commission.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.accrual.followup.ExplainDeposit;
import io.xinqun.commission.configuration.CommissionProperties.Reconciliation;
import io.xinqun.commission.configuration.CommissionProperties.Wechat;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.proof.CompareProvider;
import io.xinqun.commission.proof.FoldedLedger;
import io.xinqun.commission.proof.OpenDeposits;
import io.xinqun.commission.proof.ProveLedger;
import io.xinqun.commission.proof.ProviderBooks;
import io.xinqun.commission.proof.ProviderBooks.ProviderBooksUnavailable;
import io.xinqun.commission.proof.ProviderEntries;
import io.xinqun.commission.proof.Reconcile;
import io.xinqun.commission.proof.Reconciliations;
import io.xinqun.commission.proof.client.WechatBills;
import io.xinqun.commission.proof.client.WechatSettings;
import io.xinqun.commission.proof.mongo.FoldedProviderEntries;
import io.xinqun.commission.proof.mongo.FoldedTotals;
import io.xinqun.commission.proof.mongo.MongoReconciliations;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.total.journal.JournalStore;
import io.xinqun.kernel.total.mongo.TotalsView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    /// A step that takes longer has met a store that is away; then another instance may try.
    private static final Duration LEASE = Duration.ofMinutes(2);

    /// WeChat's business day, wherever the merchant is.
    private static final ZoneId PROVIDER_ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    ProviderBooks providerBooks(Wechat wechat) {
        if (wechat.merchantId().isBlank()) {
            return day ->
                    Flux.error(
                            new ProviderBooksUnavailable(
                                    "no merchant is configured", new IllegalStateException()));
        }
        return new WechatBills(
                new WechatSettings(
                        wechat.baseUrl(),
                        wechat.merchantId(),
                        wechat.merchantSerial(),
                        Path.of(wechat.merchantPrivateKey()),
                        wechat.publicKeyId(),
                        Path.of(wechat.publicKey()),
                        wechat.apiV3Key()));
    }

    @Bean
    ProviderEntries providerEntries(
            MongoDatabase database, JournalStore journal, LedgerTotals totals) {
        FoldedProviderEntries entries =
                new FoldedProviderEntries(database, LedgerConfiguration.LEDGER, journal, totals);
        entries.createIndexes();
        return entries;
    }

    @Bean
    CompareProvider compareProvider(
            ProviderBooks books,
            ProviderEntries entries,
            Clock clock,
            CommissionProperties properties) {
        Duration patience = properties.reconciliation().patience();
        return new CompareProvider(
                books, entries, clock, new CompareProvider.Terms(PROVIDER_ZONE, patience));
    }

    @Bean
    FoldedLedger foldedLedger(
            TotalsView view, JournalStore journal, LedgerTotals totals, Clock clock) {
        return new FoldedTotals(view, journal, totals, clock);
    }

    @Bean
    OpenDeposits openDeposits(ExplainDeposit explainDeposit) {
        return deposit ->
                explainDeposit
                        .handle(deposit.cut(), deposit.at())
                        .map(explained ->
                                new OpenDeposits.Explained(
                                        explained.amount(),
                                        explained.bookings(),
                                        explained.oldest().equals(Instant.MAX)
                                                ? null
                                                : explained.oldest()));
    }

    @Bean
    ProveLedger proveLedger(
            JournalStore journal,
            FoldedLedger ledger,
            OpenDeposits deposits,
            CompareProvider provider,
            Clock clock) {
        return new ProveLedger(journal, ledger, deposits, provider, clock);
    }

    @Bean
    Reconcile reconcile(
            ProveLedger proof,
            MongoDatabase database,
            Ids ids,
            Clock clock,
            CommissionProperties properties) {
        Reconciliation reconciliation = properties.reconciliation();
        Reconciliations progress = new MongoReconciliations(database);
        return new Reconcile(
                proof,
                progress,
                clock,
                new Reconcile.Terms(
                        ids.next(), LEASE, reconciliation.slotsPerStep(), PROVIDER_ZONE));
    }
}
