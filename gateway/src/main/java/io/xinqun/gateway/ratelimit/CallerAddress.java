package io.xinqun.gateway.ratelimit;

import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Whose address a request comes from.
///
/// Shape: the connection's peer, or, behind `trustedProxies` proxies of our own, the entry of
/// `X-Forwarded-For` that the outermost of them wrote. Entries further left are the caller's own
/// word and count for nothing.
public record CallerAddress(int trustedProxies) {

    public String of(ServerHttpRequest request) {
        List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For");
        if (trustedProxies > 0 && !forwarded.isEmpty()) {
            String[] hops = String.join(",", forwarded).split(",", -1);
            return hops[Math.max(0, hops.length - trustedProxies)].strip();
        }
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null ? "unknown" : peer.getAddress().getHostAddress();
    }
}
