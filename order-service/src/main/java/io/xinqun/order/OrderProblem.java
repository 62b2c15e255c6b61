package io.xinqun.order;

import io.xinqun.kernel.problem.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// The problems of orders that clients can rely on.
public enum OrderProblem implements ProblemType {
    UNKNOWN_SKU(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such article", "商品不存在"),
    NOT_ON_SALE(HttpStatus.CONFLICT, "The article is not on sale", "商品已下架"),
    QUANTITY_OVER_LIMIT(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "More than one order may take of the article",
            "超出单笔限购数量"),
    AMOUNT_TOO_LARGE(
            HttpStatus.UNPROCESSABLE_CONTENT, "The amount is too large for one order", "订单金额过大"),
    UNKNOWN_COMMUNITY(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such community", "社群不存在或已关闭"),
    ADDRESS_REQUIRED(HttpStatus.UNPROCESSABLE_CONTENT, "Goods need an address", "请填写收货地址"),
    QUOTE_CHANGED(HttpStatus.CONFLICT, "The price is not what was quoted any more", "价格已变动，请重新确认"),
    SOLD_OUT(HttpStatus.CONFLICT, "The article is sold out", "商品已售罄"),
    NOT_PAYABLE(HttpStatus.CONFLICT, "The order cannot be paid in this state", "当前订单状态不可支付"),
    NOT_CANCELLABLE(
            HttpStatus.CONFLICT, "The order cannot be cancelled in this state", "当前订单状态不可取消"),
    PAYMENT_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE, "The payment provider does not answer", "支付服务暂不可用"),
    PAYMENT_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The payment provider refused", "支付请求被拒绝"),
    NOTIFICATION_REFUSED(HttpStatus.BAD_REQUEST, "The notification is refused", "支付通知校验失败");

    private final HttpStatus status;
    private final String english;
    private final String chinese;

    OrderProblem(HttpStatus status, String english, String chinese) {
        this.status = status;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
