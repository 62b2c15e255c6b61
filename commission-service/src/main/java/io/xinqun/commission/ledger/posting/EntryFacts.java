package io.xinqun.commission.ledger.posting;

import io.xinqun.commission.ledger.Cause;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.EntryKind;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The part of an entry that is not money, as the journal keeps it: what it was for and why.
///
/// Shape: plain names and texts, no personal data; absent members are absent.
public final class EntryFacts {

    public static final String KIND = "kind";
    public static final String WALLET = "wallet";
    public static final String TRANSACTION = "transactionId";

    /// When the provider moved the money, in milliseconds with 13 digits so that texts sort; only
    /// where the provider's own time is known.
    public static final String MOVED = "movedAtMillis";

    private static final String EVENT = "eventId";
    private static final String ORDER = "orderId";
    private static final String LINE = "lineId";
    private static final String REFUND = "refundNumber";
    private static final String PLAN = "planId";
    private static final String VERSION = "planVersion";
    private static final String BASE = "baseFen";
    private static final String RATE = "rateBasisPoints";
    private static final String FIXED = "fixedFen";
    private static final String ROUNDING = "rounding";
    private static final String CAPPED = "cappedFrom";
    private static final String CAPPED_BY = "cappedBy";
    private static final String SUPPLIER_FUNDS = "supplierFundsFen";

    private EntryFacts() {}

    static Map<String, String> of(Entry entry) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(KIND, entry.kind().text());
        put(facts, WALLET, entry.wallet() == null ? null : entry.wallet().text());
        Cause cause = entry.cause();
        facts.put(EVENT, cause.eventId());
        facts.put(ORDER, cause.orderId());
        put(facts, LINE, cause.lineId());
        put(facts, TRANSACTION, cause.transactionId());
        put(facts, REFUND, cause.refundNumber());
        put(facts, MOVED, movedAt(entry));
        if (entry.rule() != null) {
            putRule(facts, entry.rule());
        }
        return facts;
    }

    /// A payment that goes back is heard of later than it came in, so its receipt has no such time.
    private static @Nullable String movedAt(Entry entry) {
        boolean received =
                entry.kind() == EntryKind.RECEIPT && entry.cause().refundNumber() == null;
        return received || entry.kind() == EntryKind.REFUND ? moved(entry.at()) : null;
    }

    public static String moved(Instant at) {
        return "%013d".formatted(at.toEpochMilli());
    }

    private static void putRule(Map<String, String> facts, RuleReference rule) {
        facts.put(PLAN, rule.planId());
        facts.put(VERSION, Integer.toString(rule.version()));
        put(facts, BASE, text(rule.base()));
        put(facts, RATE, rule.rate() == null ? null : Integer.toString(rule.rate().value()));
        put(facts, FIXED, text(rule.fixed()));
        put(facts, ROUNDING, rule.rounding());
        put(facts, CAPPED, text(rule.cappedFrom()));
        put(facts, CAPPED_BY, rule.cappedBy());
        put(facts, SUPPLIER_FUNDS, text(rule.supplierFunds()));
    }

    public static Cause cause(Map<String, String> facts) {
        return new Cause(
                facts.getOrDefault(EVENT, ""),
                facts.getOrDefault(ORDER, ""),
                facts.get(LINE),
                facts.get(TRANSACTION),
                facts.get(REFUND));
    }

    public static @Nullable RuleReference rule(Map<String, String> facts) {
        String plan = facts.get(PLAN);
        if (plan == null) {
            return null;
        }
        String rate = facts.get(RATE);
        return new RuleReference(
                plan,
                Integer.parseInt(facts.getOrDefault(VERSION, "0")),
                Fen.of(Long.parseLong(facts.getOrDefault(BASE, "0"))),
                rate == null ? null : BasisPoints.of(Integer.parseInt(rate)),
                fen(facts.get(FIXED)),
                facts.get(ROUNDING),
                fen(facts.get(CAPPED)),
                facts.get(CAPPED_BY),
                fen(facts.get(SUPPLIER_FUNDS)));
    }

    private static @Nullable String text(@Nullable Fen fen) {
        return fen == null ? null : Long.toString(fen.amount());
    }

    private static @Nullable Fen fen(@Nullable String text) {
        return text == null ? null : Fen.of(Long.parseLong(text));
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
