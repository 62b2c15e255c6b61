package io.xinqun.gateway.authentication;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.xinqun.kernel.security.PublicPath;
import java.util.List;

/// What may be asked without a token. Everything else needs a valid one before it is routed; each
/// service checks again by itself.
public final class OpenPaths {

    private OpenPaths() {}

    public static List<PublicPath> all() {
        return List.of(
                new PublicPath(GET, "/openapi.json"),
                new PublicPath(GET, "/docs/**"),
                new PublicPath(GET, "/.well-known/jwks.json"),
                new PublicPath(GET, "/api/v1/products/**"),
                new PublicPath(GET, "/api/v1/products"),
                new PublicPath(POST, "/api/v1/sign-in/**"),
                new PublicPath(POST, "/api/v1/share-links/{code}/visits"),
                new PublicPath(POST, "/api/v1/payments/wechat/notifications"));
    }
}
