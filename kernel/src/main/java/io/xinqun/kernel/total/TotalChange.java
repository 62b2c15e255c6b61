package io.xinqun.kernel.total;

/// What a decision adds to a total; negative amounts take away.
public record TotalChange(String total, Amounts delta) {}
