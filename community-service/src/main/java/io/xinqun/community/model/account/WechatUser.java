package io.xinqun.community.model.account;

import org.jspecify.annotations.Nullable;

/// A WeChat user as an account keeps it: sealed, so that neither a dump of the store nor a log
/// tells who it is. The account's id is derived from the keyed hash of the open id, which finds it
/// again.
public record WechatUser(String sealedOpenId, @Nullable String sealedUnionId, String openIdHash) {}
