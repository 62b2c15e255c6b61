package io.xinqun.kernel.rules.sample.refund;

public class RefundManager {}
