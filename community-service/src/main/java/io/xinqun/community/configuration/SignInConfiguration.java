package io.xinqun.community.configuration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.KeyedHash;
import io.xinqun.community.model.account.Logins;
import io.xinqun.community.model.account.Passwords;
import io.xinqun.community.model.account.WechatSignIn;
import io.xinqun.community.model.session.RefreshTokens;
import io.xinqun.community.model.session.SessionLife;
import io.xinqun.community.model.session.Sessions;
import io.xinqun.community.signin.AccessTokens;
import io.xinqun.community.signin.ManageSessions;
import io.xinqun.community.signin.OpenSession;
import io.xinqun.community.signin.OpenSession.SessionContext;
import io.xinqun.community.signin.RefreshSignIn;
import io.xinqun.community.signin.SignInAttempts;
import io.xinqun.community.signin.SignInSettings;
import io.xinqun.community.signin.SignInWithPassword;
import io.xinqun.community.signin.SignInWithPassword.Credentials;
import io.xinqun.community.signin.SignInWithWechat;
import io.xinqun.community.signin.SignInWithWechat.Sealing;
import io.xinqun.community.signin.client.WechatMiniProgramSettings;
import io.xinqun.community.signin.client.WxJavaSignIn;
import io.xinqun.community.signin.schedule.ForgetOldSessions;
import io.xinqun.kernel.identity.Ids;
import io.xinqun.kernel.security.PersonalData;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Signing in and staying so.
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    @ConditionalOnMissingBean
    WechatSignIn wechatSignIn(CommunityProperties properties, CircuitBreakerRegistry breakers) {
        var wechat = properties.wechat();
        return new WxJavaSignIn(
                new WechatMiniProgramSettings(wechat.baseUrl(), wechat.appId(), wechat.appSecret()),
                breakers);
    }

    @Bean
    RefreshTokens refreshTokens(KeyedHash keyedHash) {
        return new RefreshTokens(keyedHash, new SecureRandom());
    }

    @Bean
    SessionContext sessionContext(
            CommunityProperties properties, Ids ids, Clock clock, PersonalData personalData) {
        SessionLife life = new SessionLife(properties.sessionIdle(), properties.sessionWhole());
        return new SessionContext(
                new SignInSettings(properties.accessLife(), life, properties.devices()),
                ids,
                clock,
                personalData);
    }

    @Bean
    AccessTokens signInTokens(SigningKeys keys, SessionContext context) {
        return new AccessTokens(keys, context.clock(), context.settings());
    }

    @Bean
    OpenSession openSession(
            Sessions sessions,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            SessionContext context) {
        return new OpenSession(sessions, refreshTokens, accessTokens, context);
    }

    @Bean
    Sealing sealing(KeyedHash keyedHash, PersonalData personalData, Clock clock) {
        return new Sealing(keyedHash, personalData, clock);
    }

    @Bean
    SignInWithWechat signInWithWechat(
            WechatSignIn wechat, Accounts accounts, OpenSession openSession, Sealing sealing) {
        return new SignInWithWechat(wechat, accounts, openSession, sealing);
    }

    @Bean
    Credentials credentials(
            Logins logins, Accounts accounts, Passwords passwords, Sealing sealing) {
        return new Credentials(logins, accounts, passwords, sealing.keyedHash(), sealing.clock());
    }

    @Bean
    SignInWithPassword signInWithPassword(
            Credentials credentials, SignInAttempts attempts, OpenSession openSession) {
        return new SignInWithPassword(credentials, attempts, openSession);
    }

    @Bean
    RefreshSignIn refreshSignIn(
            Sessions sessions,
            Accounts accounts,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            SessionContext context) {
        return new RefreshSignIn(sessions, accounts, refreshTokens, accessTokens, context);
    }

    @Bean
    ManageSessions manageSessions(Sessions sessions, PersonalData personalData, Clock clock) {
        return new ManageSessions(sessions, personalData, clock);
    }

    @Bean
    ForgetOldSessions forgetOldSessions(Sessions sessions, SignInAttempts attempts, Clock clock) {
        return new ForgetOldSessions(sessions, attempts, clock);
    }
}
