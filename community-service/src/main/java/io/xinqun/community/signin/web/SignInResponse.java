package io.xinqun.community.signin.web;

import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.signin.SignedIn;
import java.time.Instant;
import java.util.List;

/// The tokens of somebody who signed in.
record SignInResponse(
        String accessToken, Instant expiresAt, String refreshToken, SignedInAccount account) {

    record SignedInAccount(String id, List<String> roles) {}

    static SignInResponse of(SignedIn signedIn) {
        Account account = signedIn.account();
        List<String> roles = account.roles().stream().map(AccountRole::code).sorted().toList();
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
