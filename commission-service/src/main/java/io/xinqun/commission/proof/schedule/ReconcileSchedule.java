package io.xinqun.commission.proof.schedule;

import io.xinqun.commission.CommissionMetric;
import io.xinqun.commission.Gauges;
import io.xinqun.commission.proof.Findings;
import io.xinqun.commission.proof.ProofReport;
import io.xinqun.commission.proof.Reconcile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Proves the ledger in small steps, for ever, and measures what it finds.
@Component
class ReconcileSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileSchedule.class);
    private static final String CHECK = "check";
    private static final String OUTCOME = "outcome";

    private final Reconcile reconcile;
    private final Gauges gauges;

    ReconcileSchedule(Reconcile reconcile, Gauges gauges) {
        this.reconcile = reconcile;
        this.gauges = gauges;
    }

    @Scheduled(
            initialDelayString = "${xinqun.commission.reconciliation.interval:30s}",
            fixedDelayString = "${xinqun.commission.reconciliation.interval:30s}")
    Mono<Void> run() {
        return reconcile
                .handle()
                .doOnNext(this::measure)
                .doOnError(this::failed)
                .onErrorComplete()
                .then();
    }

    private void failed(Throwable error) {
        gauges.count(CommissionMetric.PROOF_STEPS, OUTCOME, "failed");
        LOG.warn("a step of the proof failed, next time again", error);
    }

    private void measure(ProofReport report) {
        differences("entries", report.entries().findings());
        differences("balances", report.balances().findings());
        differences("lots", report.lots().findings());
        differences("deposit", report.deposit().findings());
        differences("provider", report.provider().findings());
        lag("balances", report.balances().unfolded());
        lag("provider", report.provider().lag().toSeconds());
        gauges.set(CommissionMetric.PROOF_AT, report.at().getEpochSecond());
        gauges.count(CommissionMetric.PROOF_STEPS, OUTCOME, outcome(report));
    }

    private static String outcome(ProofReport report) {
        if (!report.holds()) {
            return "differs";
        }
        return report.provider().unavailable() == null ? "holds" : "blind";
    }

    private void differences(String check, Findings findings) {
        gauges.set(CommissionMetric.PROOF_DIFFERENCES, CHECK, check, findings.count());
        if (findings.count() > 0) {
            LOG.error("{} differences of {}: {}", findings.count(), check, findings.examples());
        }
    }

    private void lag(String check, long lag) {
        gauges.set(CommissionMetric.PROOF_LAG, CHECK, check, lag);
    }
}
