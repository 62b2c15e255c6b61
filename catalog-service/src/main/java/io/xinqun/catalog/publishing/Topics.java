package io.xinqun.catalog.publishing;

/// Where the catalog tells what.
public final class Topics {

    public static final String OFFER = "catalog.offer.v1";
    public static final String STOCK_COMMAND = "catalog.stock-command.v1";

    private Topics() {}
}
