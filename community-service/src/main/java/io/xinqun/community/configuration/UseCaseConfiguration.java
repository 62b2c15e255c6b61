package io.xinqun.community.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.community.administration.CreateAccount;
import io.xinqun.community.administration.EnsureFirstOperator;
import io.xinqun.community.administration.GrantCurator;
import io.xinqun.community.administration.PublishReferralPolicy;
import io.xinqun.community.administration.SuspendAccount;
import io.xinqun.community.founding.FoundCommunity;
import io.xinqun.community.founding.ListCommunities;
import io.xinqun.community.membership.AdmitMember;
import io.xinqun.community.membership.JoinCommunity;
import io.xinqun.community.membership.LeaveCommunity;
import io.xinqun.community.membership.ListMembers;
import io.xinqun.community.membership.OwnCommunities;
import io.xinqun.community.membership.TakeSeat;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.Logins;
import io.xinqun.community.model.account.Passwords;
import io.xinqun.community.model.community.Communities;
import io.xinqun.community.model.community.Memberships;
import io.xinqun.community.model.community.Seats;
import io.xinqun.community.model.referral.ReferralPolicies;
import io.xinqun.community.model.session.Sessions;
import io.xinqun.kernel.identity.Ids;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Communities, their members, and what operators do.
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {

    @Bean
    FoundCommunity foundCommunity(Communities communities, Clock clock) {
        return new FoundCommunity(communities, clock);
    }

    @Bean
    ListCommunities listCommunities(Communities communities) {
        return new ListCommunities(communities);
    }

    @Bean
    OwnCommunities ownCommunities(Communities communities) {
        return new OwnCommunities(communities);
    }

    @Bean
    TakeSeat takeSeat(Seats seats, Memberships memberships, Clock clock) {
        return new TakeSeat(seats, memberships, clock);
    }

    @Bean
    JoinCommunity joinCommunity(
            Communities communities,
            Memberships memberships,
            TakeSeat takeSeat,
            Ids ids,
            Clock clock) {
        return new JoinCommunity(communities, memberships, takeSeat, ids, clock);
    }

    @Bean
    AdmitMember admitMember(
            OwnCommunities ownCommunities,
            Memberships memberships,
            TakeSeat takeSeat,
            Ids ids,
            Clock clock) {
        return new AdmitMember(ownCommunities, memberships, takeSeat, ids, clock);
    }

    @Bean
    LeaveCommunity leaveCommunity(
            OwnCommunities ownCommunities, Memberships memberships, Seats seats, Clock clock) {
        return new LeaveCommunity(ownCommunities, memberships, seats, clock);
    }

    @Bean
    ListMembers listMembers(OwnCommunities ownCommunities, Memberships memberships) {
        return new ListMembers(ownCommunities, memberships);
    }

    @Bean
    CreateAccount createAccount(
            Accounts accounts, Logins logins, Passwords passwords, Clock clock) {
        return new CreateAccount(accounts, logins, passwords, clock);
    }

    @Bean
    GrantCurator grantCurator(Accounts accounts, Clock clock) {
        return new GrantCurator(accounts, clock);
    }

    @Bean
    SuspendAccount suspendAccount(Accounts accounts, Sessions sessions) {
        return new SuspendAccount(accounts, sessions);
    }

    @Bean
    PublishReferralPolicy publishReferralPolicy(ReferralPolicies policies, Clock clock) {
        return new PublishReferralPolicy(policies, clock);
    }

    @Bean
    CommunityStart communityStart(
            MongoDatabase database, CreateAccount createAccount, CommunityProperties properties) {
        return new CommunityStart(database, new EnsureFirstOperator(createAccount), properties);
    }
}
