package io.xinqun.commission.publishing;

import io.xinqun.commission.ledger.Account;
import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.Lot;
import io.xinqun.commission.ledger.Posting;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of `ledger.post.v1`.
record LedgerPost(
        String entry,
        String kind,
        Instant at,
        Cause cause,
        @Nullable String wallet,
        List<Side> postings,
        @Nullable Lot lot,
        @Nullable Rule rule) {

    static LedgerPost of(Entry entry) {
        return new LedgerPost(
                entry.id(),
                entry.kind().text(),
                entry.at(),
                entry.cause(),
                entry.wallet() == null ? null : entry.wallet().text(),
                entry.postings().stream().map(Side::of).toList(),
                entry.lot(),
                entry.rule() == null ? null : Rule.of(entry.rule()));
    }

    Entry toEntry() {
        return new Entry(
                entry,
                EntryKind.parse(kind),
                at,
                cause,
                wallet == null ? null : WalletId.parse(wallet),
                postings.stream().map(Side::posting).toList(),
                lot,
                rule == null ? null : rule.reference());
    }

    /// One posting; debits positive.
    record Side(String account, @Nullable String part, Fen amountFen) {

        static Side of(Posting posting) {
            WalletPart part = posting.part();
            return new Side(
                    posting.account().text(), part == null ? null : part.text(), posting.amount());
        }

        Posting posting() {
            return new Posting(
                    Account.parse(account),
                    part == null ? null : WalletPart.parse(part),
                    amountFen);
        }
    }

    record Rule(
            String planId,
            int version,
            Fen baseFen,
            @Nullable BasisPoints rateBasisPoints,
            @Nullable Fen fixedFen,
            @Nullable String rounding,
            @Nullable Fen cappedFrom,
            @Nullable String cappedBy,
            @Nullable Fen supplierFundsFen) {

        static Rule of(RuleReference rule) {
            return new Rule(
                    rule.planId(),
                    rule.version(),
                    rule.base(),
                    rule.rate(),
                    rule.fixed(),
                    rule.rounding(),
                    rule.cappedFrom(),
                    rule.cappedBy(),
                    rule.supplierFunds());
        }

        RuleReference reference() {
            return new RuleReference(
                    planId,
                    version,
                    baseFen,
                    rateBasisPoints,
                    fixedFen,
                    rounding,
                    cappedFrom,
                    cappedBy,
                    supplierFundsFen);
        }
    }
}
