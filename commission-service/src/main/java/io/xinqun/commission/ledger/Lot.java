package io.xinqun.commission.ledger;

/// The part of a wallet's frozen amount that one order line explains. Release and claw-back act on
/// the line's lot and on nothing else.
public record Lot(String key, String orderId, String lineId) {

    public static Lot of(String orderId, String lineId, String role) {
        return new Lot(orderId + ':' + lineId + ':' + role, orderId, lineId);
    }
}
