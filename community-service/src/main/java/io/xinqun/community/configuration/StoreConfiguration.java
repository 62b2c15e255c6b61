package io.xinqun.community.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.Logins;
import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.model.community.Seats;
import io.xinqun.community.model.referral.Bindings;
import io.xinqun.community.model.referral.ReferralPolicies;
import io.xinqun.community.model.referral.ShareLinks;
import io.xinqun.community.model.session.Sessions;
import io.xinqun.community.signin.SignInAttempts;
import io.xinqun.community.store.account.MongoAccounts;
import io.xinqun.community.store.account.MongoLogins;
import io.xinqun.community.store.community.MongoCommunities;
import io.xinqun.community.store.community.MongoMemberships;
import io.xinqun.community.store.community.MongoSeats;
import io.xinqun.community.store.referral.MongoBindings;
import io.xinqun.community.store.referral.MongoReferralPolicies;
import io.xinqun.community.store.referral.MongoShareLinks;
import io.xinqun.community.store.session.MongoSessions;
import io.xinqun.community.store.signin.MongoSignInAttempts;
import io.xinqun.kernel.outbox.Outboxes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where everything is kept.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Accounts accounts(MongoDatabase database, Outboxes outboxes, Clock clock) {
        return new MongoAccounts(database, outboxes, clock);
    }

    @Bean
    Logins logins(MongoDatabase database) {
        return new MongoLogins(database);
    }

    @Bean
    Sessions sessions(MongoDatabase database) {
        return new MongoSessions(database);
    }

    @Bean
    SignInAttempts signInAttempts(MongoDatabase database) {
        return new MongoSignInAttempts(database);
    }

    @Bean
    Communities communities(MongoDatabase database, Outboxes outboxes) {
        return new MongoCommunities(database, outboxes);
    }

    @Bean
    Memberships memberships(MongoDatabase database, Outboxes outboxes) {
        return new MongoMemberships(database, outboxes);
    }

    @Bean
    Seats seats(MongoDatabase database) {
        return new MongoSeats(database);
    }

    @Bean
    Bindings bindings(MongoDatabase database, Outboxes outboxes, Clock clock) {
        return new MongoBindings(database, outboxes, clock);
    }

    @Bean
    ShareLinks shareLinks(MongoDatabase database) {
        return new MongoShareLinks(database);
    }

    @Bean
    ReferralPolicies referralPolicies(MongoDatabase database) {
        return new MongoReferralPolicies(database);
    }
}
