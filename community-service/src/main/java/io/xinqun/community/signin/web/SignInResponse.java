package io.xinqun.community.signin.web;

import io.xinqun.community.account.Account;
import io.xinqun.community.signin.SignedIn;
import io.xinqun.kernel.security.Role;
import java.time.Instant;
import java.util.List;

/// The tokens of somebody who signed in.
record SignInResponse(
        String accessToken, Instant expiresAt, String refreshToken, SignedInAccount account) {

    record SignedInAccount(String id, List<String> roles) {}

    static SignInResponse of(SignedIn signedIn) {
        Account account = signedIn.account();
        List<String> roles = account.roles().stream().map(Role::code).sorted().toList();
        return new SignInResponse(
                signedIn.accessToken(),
                signedIn.expiresAt(),
                signedIn.refreshToken(),
                new SignedInAccount(account.id(), roles));
    }

    @Override
    public String toString() {
        return "sign-in response";
    }
}
