package io.xinqun.local.launcher;

import io.xinqun.local.infrastructure.KafkaMain;
import io.xinqun.local.infrastructure.StoreChoice;
import io.xinqun.local.infrastructure.StoreCommand;
import io.xinqun.local.infrastructure.StoreKind;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/// Where the servers of one copy are reached: where the environment says, or here.
///
/// @param given the environment's own addresses
/// @param offset added to every port
/// @param way gives the port at which a port of this machine is reached; the same, or a proxy's
record Addresses(Map<String, String> given, StoreChoice store, int offset, IntUnaryOperator way) {

    static final int STORE = 27117;
    static final int KAFKA = 9192;
    static final int REDIS = 6479;
    static final int WECHAT = 8090;

    /// For clients that come through a proxy.
    private static final int SECOND_KAFKA = 9194;

    /// The same without proxies.
    Addresses direct() {
        return new Addresses(given, store, offset, IntUnaryOperator.identity());
    }

    String mongodb() {
        return store.kind() == StoreKind.GIVEN
                ? Objects.requireNonNull(store.address())
                : StoreCommand.uri(store.kind(), reached(STORE));
    }

    String kafka() {
        int port = isKafkaBehindProxy() ? reached(SECOND_KAFKA) : offset + KAFKA;
        return given("XINQUN_KAFKA", "127.0.0.1:" + port);
    }

    /// A broker tells its clients where it is, so those who come another way need a listener that
    /// says so.
    Map<String, String> kafkaListeners() {
        int second = offset + SECOND_KAFKA;
        return isKafkaBehindProxy()
                ? Map.of(KafkaMain.SECOND_LISTENER, second + ":" + reached(SECOND_KAFKA))
                : Map.of();
    }

    String redis() {
        return given("XINQUN_REDIS_URL", "redis://127.0.0.1:" + reached(REDIS));
    }

    String wechat() {
        return given("XINQUN_WECHAT_BASE_URL", program(WECHAT));
    }

    /// The URL of a program that usually listens there.
    String program(int usualPort) {
        return "http://127.0.0.1:" + reached(usualPort);
    }

    private boolean isKafkaBehindProxy() {
        return reached(SECOND_KAFKA) != offset + SECOND_KAFKA;
    }

    private String given(String variable, String otherwise) {
        return given.getOrDefault(variable, otherwise);
    }

    private int reached(int usualPort) {
        return way.applyAsInt(offset + usualPort);
    }
}
