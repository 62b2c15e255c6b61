package io.xinqun.local.wechat.api;

import io.xinqun.local.wechat.books.Bill;
import io.xinqun.local.wechat.wire.Answer;
import io.xinqun.local.wechat.wire.Call;
import io.xinqun.local.wechat.wire.Json;
import io.xinqun.local.wechat.wire.MerchantCredential;
import io.xinqun.local.wechat.wire.Server;
import io.xinqun.local.wechat.wire.WechatCipher;
import io.xinqun.local.wechat.wire.WechatError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/// `/v3/bill/tradebill`: first an address with a hash, then the CSV behind it.
///
/// Unlike the real one it also answers for today, up to `cut` (RFC 3339, else now), so that books
/// can be compared at a moment that both sides name.
public record BillApi(MerchantCredential credential, Bill bill, Clock clock) {

    public void register(Server server) {
        server.on("GET", "/v3/bill/tradebill", this::address)
                .on("GET", "/v3/billdownload/file", this::download);
    }

    private Answer address(Call call) {
        credential.check(call);
        LocalDate day = day(call);
        Instant cut = cut(call);
        String url =
                "https://api.mch.weixin.qq.com/v3/billdownload/file?bill_date="
                        + day
                        + "&cut="
                        + URLEncoder.encode(cut.toString(), StandardCharsets.UTF_8);
        return Answer.ok(
                Json.object()
                        .put("download_url", url)
                        .put("hash_type", "SHA1")
                        .put("hash_value", WechatCipher.sha1(bill.csv(day, cut))));
    }

    private Answer download(Call call) {
        credential.check(call);
        return Answer.text("text/plain; charset=utf-8", bill.csv(day(call), cut(call)));
    }

    private static LocalDate day(Call call) {
        try {
            return LocalDate.parse(call.query("bill_date"));
        } catch (DateTimeException cause) {
            throw new WechatError(400, "PARAM_ERROR", "bill_date 格式错误");
        }
    }

    private Instant cut(Call call) {
        String text = call.query("cut");
        try {
            return text.isEmpty() ? clock.instant() : Instant.parse(text);
        } catch (DateTimeException cause) {
            throw new WechatError(400, "PARAM_ERROR", "cut 格式错误");
        }
    }
}
