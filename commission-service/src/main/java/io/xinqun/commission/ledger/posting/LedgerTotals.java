package io.xinqun.commission.ledger.posting;

import io.xinqun.commission.ledger.Account;
import io.xinqun.commission.ledger.HouseAccount;
import io.xinqun.commission.ledger.Posting;
import io.xinqun.commission.ledger.WalletId;
import io.xinqun.commission.ledger.WalletPart;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.total.Amounts;
import io.xinqun.kernel.total.Slots;
import io.xinqun.kernel.total.TotalChange;
import java.util.ArrayList;
import java.util.List;

/// How accounts are named among the slots' totals, and how postings become changes and back.
///
/// Shape: a wallet is one total with its parts as amounts; a house account is one total per slot
/// (`deposit@17`) with the amount `balance`, so an entry is balanced inside its slot. Units: fen;
/// `balance` is a debit when positive, a wallet's parts are what the holder sees.
public final class LedgerTotals {

    public static final String BALANCE = "balance";
    private static final char PIN = '@';

    private final Slots slots;

    public LedgerTotals(Slots slots) {
        this.slots = slots;
    }

    public int slotOf(String slotKey) {
        return slots.slotOf(slotKey);
    }

    public int slotCount() {
        return slots.count();
    }

    String totalOf(Account account, int slot) {
        return switch (account) {
            case HouseAccount house -> slots.pinned(house.text(), slot);
            case WalletId wallet -> wallet.text();
        };
    }

    static Amounts change(Posting posting) {
        long amount = posting.amount().amount();
        return posting.part() == null
                ? Amounts.of(BALANCE, amount)
                : Amounts.of(posting.part().text(), posting.part().signed(amount));
    }

    /// The account whose total this is.
    public static Account accountOf(String total) {
        int pin = total.lastIndexOf(PIN);
        return total.startsWith("wallet:") || pin < 0
                ? Account.parse(total)
                : Account.parse(total.substring(0, pin));
    }

    /// The postings that a decision's changes stand for.
    public static List<Posting> postings(List<TotalChange> changes) {
        List<Posting> postings = new ArrayList<>();
        for (TotalChange change : changes) {
            Account account = accountOf(change.total());
            change.delta()
                    .values()
                    .forEach((name, delta) -> postings.add(posting(account, name, delta)));
        }
        return List.copyOf(postings);
    }

    private static Posting posting(Account account, String name, long delta) {
        if (account instanceof HouseAccount) {
            return new Posting(account, null, Fen.of(delta));
        }
        WalletPart part = WalletPart.parse(name);
        return new Posting(account, part, Fen.of(part.signed(delta)));
    }

    /// What a total weighs in the sum over all accounts; debits positive.
    public static long signedSum(String total, Amounts amounts) {
        Account account = accountOf(total);
        long sum = 0;
        for (var amount : amounts.values().entrySet()) {
            long debit =
                    account instanceof HouseAccount
                            ? amount.getValue()
                            : WalletPart.parse(amount.getKey()).signed(amount.getValue());
            sum = Math.addExact(sum, debit);
        }
        return sum;
    }
}
