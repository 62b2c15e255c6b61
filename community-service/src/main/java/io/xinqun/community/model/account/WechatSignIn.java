package io.xinqun.community.model.account;

import reactor.core.publisher.Mono;

/// Tells which WeChat user a mini-program's sign-in code stands for.
///
/// Shape: a code is used once, and lives five minutes. Errors: [RefusedSignIn] with its reason.
/// Source: WeChat `auth.code2Session`.
public interface WechatSignIn {

    Mono<WechatIdentity> exchange(String code);
}
