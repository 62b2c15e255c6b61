package io.xinqun.community.signin;

import io.xinqun.community.model.account.Account;
import java.time.Instant;

/// What somebody who signed in takes home. `expiresAt` is when the access token does.
public record SignedIn(
        Account account, String accessToken, Instant expiresAt, String refreshToken) {

    /// Never a token in a log by accident.
    @Override
    public String toString() {
        return "signed in " + account.id();
    }
}
