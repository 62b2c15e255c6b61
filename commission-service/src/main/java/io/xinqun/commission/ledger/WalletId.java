package io.xinqun.commission.ledger;

/// The wallet of one curator or supplier; the total that its slot's owner decides about.
public record WalletId(WalletHolder holder, String owner) implements Account {

    static final String PREFIX = "wallet:";

    public WalletId {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("a wallet has an owner");
        }
    }

    public static WalletId ofCurator(String account) {
        return new WalletId(WalletHolder.CURATOR, account);
    }

    public static WalletId ofSupplier(String supplier) {
        return new WalletId(WalletHolder.SUPPLIER, supplier);
    }

    @Override
    public String text() {
        return PREFIX + holder.text() + ':' + owner;
    }

    public static WalletId parse(String text) {
        int colon = text.indexOf(':', PREFIX.length());
        if (!text.startsWith(PREFIX) || colon < 0) {
            throw new IllegalArgumentException("no wallet " + text);
        }
        WalletHolder holder = WalletHolder.parse(text.substring(PREFIX.length(), colon));
        return new WalletId(holder, text.substring(colon + 1));
    }
}
