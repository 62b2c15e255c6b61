package io.xinqun.gateway.route;

/// The programs behind the gateway, by the name under which they are balanced and watched.
public enum Service {
    CATALOG("catalog-service"),
    ORDER("order-service"),
    COMMUNITY("community-service"),
    COMMISSION("commission-service");

    private final String id;

    Service(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /// The address that the load balancer turns into one of the instances.
    public String balancedUri() {
        return "lb://" + id;
    }
}
