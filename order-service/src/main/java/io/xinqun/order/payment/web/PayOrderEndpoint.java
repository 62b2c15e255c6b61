package io.xinqun.order.payment.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import io.xinqun.order.payment.PayOrder;
import io.xinqun.order.payment.Prepayment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `POST /api/v1/orders/{id}/payments`
@RestController
@Tag(name = "payments")
public final class PayOrderEndpoint {

    private static final String JSAPI = "wechat-jsapi";

    private final PayOrder payOrder;

    public PayOrderEndpoint(PayOrder payOrder) {
        this.payOrder = payOrder;
    }

    /// Shape: `openId` is the buyer's name in the mini-program that pays.
    record PayOrderRequest(
            @NotNull @Pattern(regexp = JSAPI) String channel,
            @NotNull @Pattern(regexp = "[0-9A-Za-z_-]{1,128}") String openId) {}

    /// What `wx.requestPayment` takes; `number` is ours, for asking after the payment.
    record PayOrderResponse(
            String prepayId,
            String appId,
            String timeStamp,
            String nonceStr,
            @JsonProperty("package") String packageValue,
            String signType,
            String paySign) {

        static PayOrderResponse of(Prepayment prepayment) {
            return new PayOrderResponse(
                    prepayment.prepayId(),
                    prepayment.appId(),
                    prepayment.timeStamp(),
                    prepayment.nonceStr(),
                    prepayment.packageValue(),
                    prepayment.signType(),
                    prepayment.paySign());
        }
    }

    @Operation(summary = "Start paying an order; repeating it starts the same payment again")
    @ApiResponse(responseCode = "201", description = "What wx.requestPayment takes")
    @ApiResponse(responseCode = "403", description = "forbidden: only consumers buy")
    @ApiResponse(responseCode = "404", description = "not-found")
    @ApiResponse(responseCode = "409", description = "not-payable")
    @ApiResponse(responseCode = "422", description = "payment-refused")
    @ApiResponse(responseCode = "503", description = "payment-unavailable")
    @PostMapping(path = "/api/v1/orders/{id}/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PayOrderResponse> pay(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody PayOrderRequest body) {
        String buyer = caller.require(Role.CONSUMER).account();
        return payOrder.handle(new PayOrder.Command(buyer, id, body.channel(), body.openId()))
                .map(PayOrderResponse::of);
    }
}
