package io.xinqun.order.payment;

import reactor.core.publisher.Mono;

/// Takes money from a buyer and gives it back, through a provider such as WeChat Pay.
///
/// Shape: a payment is named by our `number` (out_trade_no), a refund by our `refundNumber`
/// (out_refund_no); both are ours, so every call can be repeated with the same name. Units: fen;
/// instants in UTC. State: nothing is kept here; the provider is the truth about its own books.
/// Errors: [ProviderFailure]; after a doubtful one ask with `query` or `queryRefund`, or call again
/// with the same number, never with a new one. [RefusedNotification] from `read`. Source: WeChat
/// Pay API v3.
public interface PaymentProvider {

    /// Announces a payment. The same order again gives the same or a newer prepay id.
    Mono<Prepayment> prepay(PrepayOrder order);

    /// What the provider's books say about a payment; state UNKNOWN when it has never heard of it.
    Mono<ProviderPayment> query(String number);

    /// Closes an unpaid payment for ever. Closing again is fine; a paid one is REFUSED with
    /// [ProviderFailure#ALREADY_PAID].
    Mono<Void> close(String number);

    /// Gives money back. The same refund number again is the same refund.
    Mono<ProviderRefund> refund(RefundOrder order);

    /// What the provider's books say about a refund; state UNKNOWN when it has never heard of it.
    Mono<ProviderRefund> queryRefund(String refundNumber);

    /// Proves and opens a notification; without input or output, so it may run on any thread. The
    /// caller still compares amount, merchant, app id and number with what it asked for.
    ProviderNotice read(NotificationEnvelope envelope);
}
