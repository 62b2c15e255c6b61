package io.xinqun.commission.proof.client;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Who we are at WeChat Pay.
///
/// Shape: no `baseUrl` means the real hosts; no `merchantId` means that no books can be read.
public record WechatSettings(
        @Nullable String baseUrl,
        String merchantId,
        String merchantSerial,
        Path merchantPrivateKey,
        String publicKeyId,
        Path publicKey,
        String apiV3Key) {}
