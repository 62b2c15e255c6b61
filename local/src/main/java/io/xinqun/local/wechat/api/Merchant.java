package io.xinqun.local.wechat.api;

/// The one merchant and mini-program that this WeChat knows.
public record Merchant(String id, String appId, String appSecret, String apiV3Key) {}
