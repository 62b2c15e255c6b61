package io.xinqun.commission.ledger;

import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A balanced movement of money with at most one wallet in it. It is written once and never
/// changed; a correction is another entry.
///
/// Shape: 2..n postings; `id` is cause and kind, so a replay is the same entry; `lot` names the
/// frozen lot it fills; `rule` explains a commission. Units: fen, debits positive; the postings sum
/// to zero, which [#faults] checks. State: decided by the owner of its slot: that of the wallet,
/// without a wallet that of the order.
public record Entry(
        String id,
        EntryKind kind,
        Instant at,
        Cause cause,
        @Nullable WalletId wallet,
        List<Posting> postings,
        @Nullable Lot lot,
        @Nullable RuleReference rule) {

    /// An order line has one entry with a wallet; a claw-back will touch four parts at most.
    public static final int MAXIMUM_POSTINGS = 8;

    public Entry {
        postings = List.copyOf(postings);
    }

    /// What decides the slot in which the entry is posted. Money at the provider is kept by the
    /// payment's transaction, so that a line of the provider's bill leads to its entries.
    public String slotKey() {
        if (wallet != null) {
            return wallet.text();
        }
        String transaction = cause.transactionId();
        return kind.isAtProvider() && transaction != null ? transaction : cause.orderId();
    }

    /// What the entry does to the customer's deposit of its order; debits positive.
    public Fen depositChange() {
        return postings.stream()
                .filter(posting -> posting.account() == HouseAccount.DEPOSIT)
                .map(Posting::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /// Why the entry can never be posted; empty for a good one.
    public List<String> faults() {
        if (postings.size() < 2 || postings.size() > MAXIMUM_POSTINGS) {
            return List.of("postings");
        }
        if (postings.stream().anyMatch(posting -> posting.amount().isZero())) {
            return List.of("empty-posting");
        }
        if (postings.stream().anyMatch(this::isOfAnotherWallet)) {
            return List.of("another-wallet");
        }
        return isBalanced() ? List.of() : List.of("unbalanced");
    }

    private boolean isOfAnotherWallet(Posting posting) {
        return posting.account() instanceof WalletId other && !other.equals(wallet);
    }

    private boolean isBalanced() {
        try {
            return postings.stream().map(Posting::amount).reduce(Fen.ZERO, Fen::plus).isZero();
        } catch (ArithmeticException overflow) {
            return false;
        }
    }
}
