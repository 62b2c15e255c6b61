package io.xinqun.order.placement;

/// Where goods go. Personal data: it is sealed before it is stored and is in no event and no log.
public record Address(String name, String phone, String region, String detail) {

    /// Nothing of it, should it ever be logged.
    @Override
    public String toString() {
        return "Address[sealed]";
    }
}
