package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.wechat.WechatControl;
import io.xinqun.local.wechat.wire.Json;

/// The two ways in.
final class SignIn {

    private SignIn() {}

    static String withPassword(Gateway gateway, String login, String password) {
        return gateway.anonymous()
                .post(
                        "/api/v1/sign-in/password",
                        Json.object().put("login", login).put("password", password))
                .expect(200)
                .text("/accessToken");
    }

    /// The whole answer, because the account's id is in it.
    static Reply withWechat(Gateway gateway, WechatControl wechat, String openId) {
        return gateway.anonymous()
                .post(
                        "/api/v1/sign-in/wechat-mini-program",
                        Json.object().put("code", wechat.code(openId)))
                .expect(200);
    }
}
