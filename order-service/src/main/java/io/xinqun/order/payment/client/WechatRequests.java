package io.xinqun.order.payment.client;

import com.wechat.pay.java.service.payments.jsapi.model.Amount;
import com.wechat.pay.java.service.payments.jsapi.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.jsapi.model.Payer;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayWithRequestPaymentResponse;
import com.wechat.pay.java.service.payments.jsapi.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import io.xinqun.order.payment.PrepayOrder;
import io.xinqun.order.payment.Prepayment;
import io.xinqun.order.payment.RefundOrder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Fills the SDK's request objects.
record WechatRequests(WechatPaySettings settings) {
    private static final String PREPAY_ID = "prepay_id=";

    /// WeChat shows times to buyers in China's.
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    PrepayRequest prepay(PrepayOrder order) {
        Amount amount = new Amount();
        // WeChat counts fen in 32 bits; more is refused here instead of being cut there.
        amount.setTotal(Math.toIntExact(order.amount().amount()));
        amount.setCurrency("CNY");
        Payer payer = new Payer();
        payer.setOpenid(order.openId());
        PrepayRequest request = new PrepayRequest();
        request.setAppid(settings.appId());
        request.setMchid(settings.merchantId());
        request.setDescription(order.description());
        request.setOutTradeNo(order.number());
        request.setTimeExpire(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        order.expiresAt().truncatedTo(ChronoUnit.SECONDS).atOffset(CHINA)));
        request.setAttach(order.attach());
        request.setNotifyUrl(settings.notifyUrl());
        request.setAmount(amount);
        request.setPayer(payer);
        return request;
    }

    static Prepayment prepayment(PrepayWithRequestPaymentResponse answer) {
        String packageValue = answer.getPackageVal();
        return new Prepayment(
                packageValue.substring(PREPAY_ID.length()),
                answer.getAppId(),
                answer.getTimeStamp(),
                answer.getNonceStr(),
                packageValue,
                answer.getSignType(),
                answer.getPaySign());
    }

    QueryOrderByOutTradeNoRequest query(String number) {
        QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(settings.merchantId());
        request.setOutTradeNo(number);
        return request;
    }

    CloseOrderRequest close(String number) {
        CloseOrderRequest request = new CloseOrderRequest();
        request.setMchid(settings.merchantId());
        request.setOutTradeNo(number);
        return request;
    }

    CreateRequest refund(RefundOrder order) {
        AmountReq amount = new AmountReq();
        amount.setRefund(order.amount().amount());
        amount.setTotal(order.total().amount());
        amount.setCurrency("CNY");
        CreateRequest request = new CreateRequest();
        request.setTransactionId(order.transactionId());
        request.setOutRefundNo(order.refundNumber());
        request.setReason(order.reason());
        request.setNotifyUrl(settings.notifyUrl());
        request.setAmount(amount);
        return request;
    }
}
