package io.xinqun.commission.proof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.commission.proof.ProviderBooks.ProviderBooksUnavailable;
import io.xinqun.commission.proof.ProviderLine;
import io.xinqun.kernel.money.Fen;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TradeBillFormatTest {

    private static final String HEADER =
            "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
                    + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,"
                    + "商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";

    private static final String PAYMENT =
            "`2026-11-22 16:31:12,`wx1,`m1,`0,`,`4200001,`o1,`openid,`JSAPI,`SUCCESS,`OTHERS,`CNY,"
                    + "`126.00,`0.00,`0,`0,`0.00,`0.00,`,`,`米, 5kg,`,`0.76,`0.60%,`126.00,`0.00,`";

    private static final String REFUND =
            "`2026-11-22 17:05:03,`wx1,`m1,`0,`,`4200001,`o1,`openid,`JSAPI,`REFUND,`OTHERS,`CNY,"
                    + "`0.00,`0.00,`5000,`o1-r1,`126.00,`0.00,`ORIGINAL,`SUCCESS,`米,`,`-0.76,`0.60%,"
                    + "`0.00,`126.00,`";

    private final TradeBillFormat format = new TradeBillFormat("\uFEFF" + HEADER);

    @Test
    void a_payment_is_read_in_fen_and_utc_even_with_a_comma_in_the_name() {
        assertThat(format.parse(PAYMENT))
                .isEqualTo(
                        new ProviderLine(
                                "4200001",
                                null,
                                Fen.of(12_600),
                                Fen.of(76),
                                Instant.parse("2026-11-22T08:31:12Z")));
    }

    @Test
    void a_refund_gives_the_fee_back() {
        assertThat(format.parse(REFUND))
                .isEqualTo(
                        new ProviderLine(
                                "4200001",
                                "o1-r1",
                                Fen.of(12_600),
                                Fen.of(76),
                                Instant.parse("2026-11-22T09:05:03Z")));
    }

    @Test
    void the_summary_is_no_line() {
        assertThat(format.isLine("总交易单数,应结订单总金额")).isFalse();
        assertThat(format.isLine(PAYMENT)).isTrue();
    }

    @Test
    void what_cannot_be_read_is_not_taken_for_an_empty_bill() {
        assertThatThrownBy(() -> new TradeBillFormat("{\"code\":\"NO_STATEMENT_EXIST\"}"))
                .isInstanceOf(ProviderBooksUnavailable.class);
        assertThatThrownBy(() -> format.parse("`2026-11-22 16:31:12,`wx1"))
                .isInstanceOf(ProviderBooksUnavailable.class);
        assertThatThrownBy(() -> format.parse(PAYMENT.replace("126.00", "126.001")))
                .isInstanceOf(ProviderBooksUnavailable.class);
        assertThatThrownBy(() -> format.parse(PAYMENT.replace("2026-11-22 16", "yesterday")))
                .isInstanceOf(ProviderBooksUnavailable.class);
    }
}
