package io.xinqun.catalog.onboarding.web;

import io.xinqun.catalog.model.supplier.Supplier;
import java.time.Instant;
import java.util.List;

/// A supplier as operators see it.
public record SupplierResponse(
        String id, String name, String status, List<FeedKeyResponse> feedKeys, Instant createdAt) {

    static SupplierResponse of(Supplier supplier) {
        return new SupplierResponse(
                supplier.id(),
                supplier.name(),
                supplier.status().code(),
                supplier.feedKeys().stream().map(FeedKeyResponse::of).toList(),
                supplier.createdAt());
    }
}
