package io.xinqun.kernel.autoconfigure;

import io.xinqun.kernel.security.AccessTokens;
import io.xinqun.kernel.security.KeySource;
import io.xinqun.kernel.security.KeySources;
import io.xinqun.kernel.security.PersonalData;
import io.xinqun.kernel.security.SecurityProperties;
import io.xinqun.kernel.security.SignedTokens;
import io.xinqun.kernel.security.TokenSigner;
import io.xinqun.kernel.security.VerificationKeys;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Tokens and personal data: checked everywhere, signed and sealed only where keys are configured.
@AutoConfiguration(after = CoreAutoConfiguration.class)
@EnableConfigurationProperties(SecurityProperties.class)
public class TokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    KeySource keySource(SecurityProperties properties) {
        return KeySources.at(properties.jwks());
    }

    @Bean
    VerificationKeys verificationKeys(
            KeySource source, Clock clock, SecurityProperties properties) {
        return new VerificationKeys(source, clock, properties.reread(), properties.refreshPause());
    }

    @Bean
    SignedTokens signedTokens(VerificationKeys keys, Clock clock, SecurityProperties properties) {
        return new SignedTokens(keys, clock, properties);
    }

    @Bean
    AccessTokens accessTokens(SignedTokens tokens) {
        return new AccessTokens(tokens);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnExpression("!'${xinqun.security.signing-keys:}'.isBlank()")
    TokenSigner tokenSigner(SecurityProperties properties, Clock clock) {
        String location = Objects.requireNonNull(properties.signingKeys());
        return new TokenSigner(KeySources.text(location), clock, properties.issuer());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnExpression("!'${xinqun.security.data-keys:}'.isBlank()")
    PersonalData personalData(SecurityProperties properties) {
        return new PersonalData(KeySources.text(Objects.requireNonNull(properties.dataKeys())));
    }
}
