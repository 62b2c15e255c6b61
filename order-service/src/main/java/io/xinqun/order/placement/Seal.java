package io.xinqun.order.placement;

/// Encrypts an address for storage.
public interface Seal {

    String seal(Address address);
}
