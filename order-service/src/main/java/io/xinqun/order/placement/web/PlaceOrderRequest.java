package io.xinqun.order.placement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.xinqun.kernel.idempotency.Fingerprint;
import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.order.order.deal.Basket;
import io.xinqun.order.placement.Address;
import io.xinqun.order.placement.PlaceOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a buyer sends to buy.
///
/// Shape: 1..50 lines, each SKU once; `address` is needed for goods; `quote` is the hash of the
/// quote that he saw.
record PlaceOrderRequest(
        @NotNull @Size(min = 1, max = Basket.MAXIMUM_LINES) List<@Valid @NotNull Line> lines,
        @Nullable @Size(max = 4_096) String attributionToken,
        @Nullable @Size(min = 1, max = 64) String community,
        @Nullable @Valid AddressData address,
        @Nullable @Size(max = 64) String quote) {

    @Schema(name = "WishedLine")
    record Line(
            @NotNull @Size(min = 1, max = 64) String skuId,
            @NotNull @Min(1) @Max(Basket.MAXIMUM_QUANTITY) Long quantity,
            @Nullable @Min(1) Long offerVersion) {}

    /// What stands on a label has no line ends.
    private static final String LINE = "[^\\x00-\\x1F\\x7F-\\x9F]*";

    record AddressData(
            @NotBlank @Size(max = 50) @Pattern(regexp = LINE) String name,
            @NotBlank @Pattern(regexp = "[+0-9 -]{5,20}") String phone,
            @NotBlank @Size(max = 100) @Pattern(regexp = LINE) String region,
            @NotBlank @Size(max = 200) @Pattern(regexp = LINE) String detail) {

        Address address() {
            return new Address(name, phone, region, detail);
        }

        /// Nothing of it, should it ever be logged.
        @Override
        public String toString() {
            return "AddressData[sealed]";
        }
    }

    PlaceOrder.Command command(Caller caller, IdempotencyKey key, boolean waits) {
        List<Basket.Item> items =
                lines.stream()
                        .map(line ->
                                new Basket.Item(line.skuId(), line.quantity(), line.offerVersion()))
                        .toList();
        if (items.stream().map(Basket.Item::skuId).distinct().count() < items.size()) {
            throw new Problem(CommonProblem.INVALID_REQUEST, "Each SKU has one line");
        }
        return new PlaceOrder.Command(
                key.deriveId("order", caller),
                Fingerprint.of(this),
                new Basket(caller.account(), items, attributionToken, community),
                address == null ? null : address.address(),
                quote,
                waits);
    }
}
