package io.xinqun.community.signin;

import io.xinqun.community.model.session.SessionLife;
import java.time.Duration;

/// How long tokens and sessions live, and how many devices an account has at most.
public record SignInSettings(Duration accessLife, SessionLife sessionLife, int devices) {}
