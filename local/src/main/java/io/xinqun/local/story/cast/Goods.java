package io.xinqun.local.story.cast;

/// An article on sale: one product with one SKU.
public record Goods(String product, String sku, String name, long directFen) {

    /// The stock unit of the SKU's ordinary stock.
    public String unit() {
        return sku + ":main:base";
    }
}
