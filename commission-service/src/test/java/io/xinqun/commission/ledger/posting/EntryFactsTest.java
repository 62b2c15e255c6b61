package io.xinqun.commission.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.commission.accrual.EntriesOfOrder;
import io.xinqun.commission.accrual.PaidOrders;
import io.xinqun.commission.accrual.ProviderFee;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.RuleReference;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.money.Fen;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EntryFactsTest {

    private static final Entry EARNED =
            new EntriesOfOrder(new ProviderFee(BasisPoints.of(60), true))
                    .of(PaidOrders.of("o1", 0, PaidOrders.line("1", 1_000, 200))).stream()
                            .filter(entry -> entry.rule() != null)
                            .findFirst()
                            .orElseThrow();

    @Test
    void a_rule_comes_back_with_its_rounding_cap_and_funding() {
        RuleReference rule = EARNED.rule();

        assertThat(rule).hasNoNullFieldsOrPropertiesExcept("fixed");
        assertThat(EntryFacts.rule(EntryFacts.of(EARNED))).isEqualTo(rule);
    }

    @Test
    void a_rule_of_before_there_were_caps_and_funding_is_read() {
        Map<String, String> facts = new TreeMap<>(EntryFacts.of(EARNED));
        facts.keySet()
                .removeIf(name ->
                        name.startsWith("capped")
                                || name.equals("rounding")
                                || name.startsWith("supplier"));

        assertThat(EntryFacts.rule(facts))
                .isEqualTo(
                        new RuleReference(
                                "plan-1",
                                2,
                                Fen.of(1_000),
                                BasisPoints.of(2_000),
                                null,
                                null,
                                null,
                                null,
                                null));
    }
}
