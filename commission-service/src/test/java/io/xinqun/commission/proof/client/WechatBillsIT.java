package io.xinqun.commission.proof.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.http.JsonRequestBody;
import io.xinqun.commission.proof.ProviderLine;
import io.xinqun.kernel.money.Fen;
import io.xinqun.local.keys.KeyEnvironment;
import io.xinqun.local.keys.LocalKeys;
import io.xinqun.local.wechat.SimulatorSettings;
import io.xinqun.local.wechat.WechatControl;
import io.xinqun.local.wechat.WechatKeys;
import io.xinqun.local.wechat.WechatSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WechatBillsIT {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @TempDir Path directory;

    @Test
    void the_bill_of_today_names_every_payment_with_its_fee() {
        Map<String, String> names = KeyEnvironment.of(LocalKeys.in(directory.resolve("keys")));
        SimulatorSettings settings =
                new SimulatorSettings(0, directory.resolve("books"), WechatKeys.from(names), 100);
        try (WechatSimulator wechat = WechatSimulator.start(settings, Clock.systemUTC())) {
            announce(wechat.address(), names);
            String transaction =
                    new WechatControl(wechat.address())
                            .paySilently("payment-1")
                            .path("transactionId")
                            .asString();
            List<ProviderLine> lines =
                    bills(wechat.address(), names).of(LocalDate.now(BEIJING)).collectList().block();
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().transactionId()).isEqualTo(transaction);
            assertThat(lines.getFirst().amount()).isEqualTo(Fen.of(9_980));
            assertThat(lines.getFirst().fee()).isEqualTo(Fen.of(60));
            assertThat(lines.getFirst().refundNumber()).isNull();
        }
    }

    private static WechatBills bills(String address, Map<String, String> names) {
        return new WechatBills(
                new WechatSettings(
                        address,
                        names.get("XINQUN_WECHAT_MERCHANT_ID"),
                        names.get("XINQUN_WECHAT_MERCHANT_SERIAL"),
                        Path.of(names.get("XINQUN_WECHAT_MERCHANT_PRIVATE_KEY")),
                        names.get("XINQUN_WECHAT_PUBLIC_KEY_ID"),
                        Path.of(names.get("XINQUN_WECHAT_PUBLIC_KEY")),
                        names.get("XINQUN_WECHAT_API_V3_KEY")));
    }

    /// As order-service does it, by hand.
    private static void announce(String address, Map<String, String> names) {
        RSAPublicKeyConfig config =
                new RSAPublicKeyConfig.Builder()
                        .merchantId(names.get("XINQUN_WECHAT_MERCHANT_ID"))
                        .merchantSerialNumber(names.get("XINQUN_WECHAT_MERCHANT_SERIAL"))
                        .privateKeyFromPath(names.get("XINQUN_WECHAT_MERCHANT_PRIVATE_KEY"))
                        .publicKeyId(names.get("XINQUN_WECHAT_PUBLIC_KEY_ID"))
                        .publicKeyFromPath(names.get("XINQUN_WECHAT_PUBLIC_KEY"))
                        .apiV3Key(names.get("XINQUN_WECHAT_API_V3_KEY"))
                        .build();
        String body =
                """
                {"appid":"%s","mchid":"%s","description":"梯田红米","out_trade_no":"payment-1",\
                "notify_url":"http://localhost:1/","amount":{"total":9980,"currency":"CNY"},\
                "payer":{"openid":"mei"}}\
                """
                        .formatted(
                                names.get("XINQUN_WECHAT_APP_ID"),
                                names.get("XINQUN_WECHAT_MERCHANT_ID"));
        HttpHeaders headers = new HttpHeaders();
        headers.addHeader("Accept", "application/json");
        headers.addHeader("Content-Type", "application/json");
        new DefaultHttpClientBuilder()
                .config(config)
                .build()
                .post(
                        headers,
                        address + "/v3/pay/transactions/jsapi",
                        new JsonRequestBody.Builder().body(body).build(),
                        Object.class);
    }
}
