package io.xinqun.order.payment;

/// What the buyer's mini-program hands to `wx.requestPayment`, signed for it.
///
/// Shape: `packageValue` is the member `package` there, a reserved word here: `prepay_id=...`.
/// Units: timeStamp in seconds since the epoch, as text.
public record Prepayment(
        String prepayId,
        String appId,
        String timeStamp,
        String nonceStr,
        String packageValue,
        String signType,
        String paySign) {}
