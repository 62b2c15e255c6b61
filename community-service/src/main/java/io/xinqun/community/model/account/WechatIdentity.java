package io.xinqun.community.model.account;

import org.jspecify.annotations.Nullable;

/// A WeChat user: `openId` within our mini-program, `unionId` across all apps of the operator.
/// Personal data; it leaves community-service only where a payment needs the open id.
public record WechatIdentity(String openId, @Nullable String unionId) {}
