package io.xinqun.community.configuration;

import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.KeyedHash;
import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.model.referral.Bindings;
import io.xinqun.community.model.referral.ReferralPolicies;
import io.xinqun.community.model.referral.ShareCodes;
import io.xinqun.community.model.referral.ShareLinks;
import io.xinqun.community.sharing.AttributionTokens;
import io.xinqun.community.sharing.CreateShareLink;
import io.xinqun.community.sharing.CreateShareLink.Minting;
import io.xinqun.community.sharing.CreateShareLink.Places;
import io.xinqun.community.sharing.FollowSharer;
import io.xinqun.community.sharing.OpenShareLink;
import io.xinqun.community.sharing.ReferralRing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Share links and attribution.
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {

    @Bean
    CreateShareLink createShareLink(
            Accounts accounts, Places places, ShareLinks links, Minting minting) {
        return new CreateShareLink(accounts, places, links, minting);
    }

    @Bean
    Places places(Communities communities, Memberships memberships) {
        return new Places(communities, memberships);
    }

    @Bean
    Minting minting(KeyedHash keyedHash, Clock clock) {
        return new Minting(new ShareCodes(keyedHash), clock);
    }

    @Bean
    ReferralRing referralRing(Bindings bindings, Accounts accounts, Clock clock) {
        return new ReferralRing(bindings, accounts, clock);
    }

    @Bean
    FollowSharer followSharer(
            Bindings bindings, ReferralPolicies policies, Accounts accounts, ReferralRing ring) {
        return new FollowSharer(bindings, policies, accounts, ring);
    }

    @Bean
    OpenShareLink openShareLink(
            ShareLinks links,
            Accounts accounts,
            FollowSharer followSharer,
            ReferralRing ring,
            Clock clock) {
        return new OpenShareLink(links, accounts, followSharer, ring, clock);
    }

    @Bean
    AttributionTokens attributionTokens(SigningKeys keys, Clock clock) {
        return new AttributionTokens(keys, clock);
    }
}
