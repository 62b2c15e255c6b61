package io.xinqun.commission.configuration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.xinqun.commission.plan.PlanPolicy;
import io.xinqun.commission.plan.Plans;
import io.xinqun.commission.plan.RetirePlan;
import io.xinqun.commission.plan.SetPlan;
import io.xinqun.commission.plan.mongo.MongoPlans;
import io.xinqun.commission.publishing.PlanContract;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.outbox.Outboxes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    @Bean
    Plans plans(MongoDatabase database, Outboxes outboxes, Clock clock) {
        return new MongoPlans(database, outboxes.of("plans"), new PlanContract(clock));
    }

    @Bean
    SetPlan setPlan(Plans plans, CommissionProperties properties) {
        PlanPolicy policy =
                new PlanPolicy(
                        properties.levels(),
                        BasisPoints.of(properties.maximumRateBasisPoints()),
                        Fen.of(properties.maximumFixedFen()));
        return new SetPlan(plans, policy);
    }

    @Bean
    RetirePlan retirePlan(Plans plans) {
        return new RetirePlan(plans);
    }
}
