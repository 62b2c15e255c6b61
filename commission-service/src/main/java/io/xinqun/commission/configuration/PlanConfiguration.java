package io.xinqun.commission.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.accrual.mongo.BookedOrders;
import io.xinqun.commission.plan.ActivatePlan;
import io.xinqun.commission.plan.BeginPlan;
import io.xinqun.commission.plan.PlanPolicy;
import io.xinqun.commission.plan.Plans;
import io.xinqun.commission.plan.RetirePlan;
import io.xinqun.commission.plan.SetPlan;
import io.xinqun.commission.plan.mongo.MongoPlans;
import io.xinqun.commission.plan.mongo.MongoScopeDates;
import io.xinqun.commission.plan.simulation.SimulatePlan;
import io.xinqun.commission.publishing.PlanContract;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.outbox.Outboxes;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    @Bean
    Plans plans(MongoDatabase database, Outboxes outboxes, Clock clock) {
        return new MongoPlans(database, outboxes.of("plans"), new PlanContract(clock));
    }

    @Bean
    BeginPlan beginPlan(MongoDatabase database, Plans plans, Clock clock, ZoneId businessZone) {
        return new BeginPlan(new MongoScopeDates(database), plans, clock, businessZone);
    }

    @Bean
    PlanPolicy planPolicy(CommissionProperties properties) {
        return new PlanPolicy(
                properties.levels(),
                BasisPoints.of(properties.maximumRateBasisPoints()),
                Fen.of(properties.maximumFixedFen()));
    }

    @Bean
    SetPlan setPlan(Plans plans, PlanPolicy policy, BeginPlan begin) {
        return new SetPlan(plans, policy, begin);
    }

    @Bean
    ActivatePlan activatePlan(Plans plans, PlanPolicy policy, BeginPlan begin) {
        return new ActivatePlan(plans, policy, begin);
    }

    @Bean
    SimulatePlan simulatePlan(MongoDatabase database, Plans plans, Clock clock) {
        return new SimulatePlan(plans, new BookedOrders(database)::find, clock);
    }

    @Bean
    RetirePlan retirePlan(Plans plans) {
        return new RetirePlan(plans);
    }
}
