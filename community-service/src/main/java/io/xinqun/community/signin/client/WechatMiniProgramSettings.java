package io.xinqun.community.signin.client;

import java.time.Duration;

/// How we reach the mini-program's API. `baseUrl` is "" for the real host.
public record WechatMiniProgramSettings(String baseUrl, String appId, String appSecret) {
    /// A connection in one data centre takes milliseconds; two seconds is a dead host.
    static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

    /// A person waits in front of the phone; four seconds, then they try again.
    static final Duration READ_PATIENCE = Duration.ofSeconds(4);

    /// The whole exchange: an access token may have to be fetched first.
    static final Duration CALL_PATIENCE = Duration.ofSeconds(9);
}
