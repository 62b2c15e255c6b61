package io.xinqun.commission.plan;

import io.xinqun.commission.plan.PlanRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// From when on new orders use a version.
///
/// Units: milliseconds, as the store keeps them; days begin in the business zone. Errors:
/// `plan-backdated`: orders of the past were paid by what was in force then.
public sealed interface PlanStart {

    /// The moment, from `now` on.
    Instant from(Instant now, ZoneId zone);

    record AtOnce() implements PlanStart {

        @Override
        public Instant from(Instant now, ZoneId zone) {
            return now.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    record At(Instant moment) implements PlanStart {

        @Override
        public Instant from(Instant now, ZoneId zone) {
            return notBefore(now, moment.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /// The first moment of a business day; today is at once.
    record On(LocalDate day) implements PlanStart {

        @Override
        public Instant from(Instant now, ZoneId zone) {
            return day.equals(LocalDate.ofInstant(now, zone))
                    ? new AtOnce().from(now, zone)
                    : notBefore(now, day.atStartOfDay(zone).toInstant());
        }
    }

    private static Instant notBefore(Instant now, Instant asked) {
        if (asked.isBefore(now.truncatedTo(ChronoUnit.MILLIS))) {
            throw new PlanRefused(
                    Reason.BACKDATED, asked + " is over; it is " + now + " and orders are placed");
        }
        return asked;
    }
}
