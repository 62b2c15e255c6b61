package io.xinqun.community.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.account.Accounts;
import io.xinqun.community.account.Logins;
import io.xinqun.community.account.mongo.MongoAccounts;
import io.xinqun.community.account.mongo.MongoLogins;
import io.xinqun.community.community.Communities;
import io.xinqun.community.community.Memberships;
import io.xinqun.community.community.Seats;
import io.xinqun.community.community.mongo.MongoCommunities;
import io.xinqun.community.community.mongo.MongoMemberships;
import io.xinqun.community.community.mongo.MongoSeats;
import io.xinqun.community.referral.Bindings;
import io.xinqun.community.referral.ReferralPolicies;
import io.xinqun.community.referral.ShareLinks;
import io.xinqun.community.referral.mongo.MongoBindings;
import io.xinqun.community.referral.mongo.MongoReferralPolicies;
import io.xinqun.community.referral.mongo.MongoShareLinks;
import io.xinqun.community.session.Sessions;
import io.xinqun.community.session.mongo.MongoSessions;
import io.xinqun.community.signin.SignInAttempts;
import io.xinqun.community.signin.mongo.MongoSignInAttempts;
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
