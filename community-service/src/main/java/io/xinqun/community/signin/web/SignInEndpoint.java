package io.xinqun.community.signin.web;

import static io.xinqun.community.signin.web.SignInRequests.deviceOf;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.CommunityMeters;
import io.xinqun.community.signin.RefreshSignIn;
import io.xinqun.community.signin.SignInWithPassword;
import io.xinqun.community.signin.SignInWithWechat;
import io.xinqun.community.signin.web.SignInRequests.PasswordRequest;
import io.xinqun.community.signin.web.SignInRequests.RefreshRequest;
import io.xinqun.community.signin.web.SignInRequests.WechatRequest;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Signing in, and staying so.
@Tag(name = "sign-in")
@RestController
@RequestMapping("/api/v1/sign-in")
class SignInEndpoint {

    private final SignInWithWechat signInWithWechat;
    private final SignInWithPassword signInWithPassword;
    private final RefreshSignIn refreshSignIn;
    private final CommunityMeters meters;

    SignInEndpoint(
            SignInWithWechat signInWithWechat,
            SignInWithPassword signInWithPassword,
            RefreshSignIn refreshSignIn,
            CommunityMeters meters) {
        this.signInWithWechat = signInWithWechat;
        this.signInWithPassword = signInWithPassword;
        this.refreshSignIn = refreshSignIn;
        this.meters = meters;
    }

    @Operation(summary = "Signs a consumer in with the code of wx.login")
    @ApiResponse(responseCode = "200", description = "Signed in; the first time makes the account")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`code-refused`: get a fresh code")
    @ApiResponse(responseCode = "403", description = "`account-suspended`")
    @ApiResponse(responseCode = "503", description = "`unavailable`: WeChat does not answer")
    @PostMapping("/wechat-mini-program")
    Mono<ResponseEntity<SignInResponse>> wechat(@Valid @RequestBody WechatRequest request) {
        return answer(
                meters.signIn(
                        "wechat",
                        signInWithWechat
                                .handle(request.code(), deviceOf(request.device()))
                                .map(SignInResponse::of)));
    }

    @Operation(summary = "Signs a supplier or operator in with login and password")
    @ApiResponse(responseCode = "200", description = "Signed in")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`sign-in-refused`")
    @ApiResponse(responseCode = "403", description = "`account-suspended`")
    @ApiResponse(responseCode = "429", description = "`sign-in-blocked`, see Retry-After")
    @ApiResponse(responseCode = "503", description = "`unavailable`: too many sign-ins at once")
    @PostMapping("/password")
    Mono<ResponseEntity<SignInResponse>> password(@Valid @RequestBody PasswordRequest request) {
        return answer(
                meters.signIn(
                        "password",
                        signInWithPassword
                                .handle(
                                        request.login(),
                                        request.password(),
                                        deviceOf(request.device()))
                                .map(SignInResponse::of)));
    }

    @Operation(
            summary = "Exchanges a refresh token for the next one and a new access token",
            description =
                    "Each refresh token is exchanged once. The same one again within ten seconds"
                            + " gives the same answer once more, later it ends the session.")
    @ApiResponse(responseCode = "200", description = "The next tokens")
    @ApiResponse(responseCode = "400", description = "`invalid-request`, `malformed-body`")
    @ApiResponse(responseCode = "401", description = "`refresh-refused`: sign in again")
    @ApiResponse(responseCode = "403", description = "`account-suspended`")
    @PostMapping("/refresh")
    Mono<ResponseEntity<SignInResponse>> refresh(@Valid @RequestBody RefreshRequest request) {
        return answer(
                meters.signIn(
                        "refresh",
                        refreshSignIn.handle(request.refreshToken()).map(SignInResponse::of)));
    }

    private static Mono<ResponseEntity<SignInResponse>> answer(Mono<SignInResponse> signedIn) {
        return signedIn.map(
                body -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body));
    }
}
