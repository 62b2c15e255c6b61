package io.xinqun.commission.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xinqun.commission.accrual.EntriesOfOrder;
import io.xinqun.commission.accrual.PaidOrders;
import io.xinqun.commission.accrual.ProviderFee;
import io.xinqun.commission.ledger.Entry;
import io.xinqun.commission.ledger.posting.LedgerTotals;
import io.xinqun.commission.ledger.posting.MemoryLedger;
import io.xinqun.kernel.consumer.PoisonMessage;
import io.xinqun.kernel.event.ContractAssertions;
import io.xinqun.kernel.event.Contracts;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.money.BasisPoints;
import io.xinqun.kernel.outbox.OutboxEntry;
import io.xinqun.kernel.total.OutgoingEvent;
import io.xinqun.kernel.total.Slots;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerContractTest {

    private final LedgerContract contract = new LedgerContract(new LedgerTotals(Slots.DEFAULT));
    private final EntriesOfOrder entries =
            new EntriesOfOrder(new ProviderFee(BasisPoints.of(60), true));

    @Test
    void commands_and_outcomes_are_what_the_contract_says_and_come_back_the_same() {
        MemoryLedger ledger = new MemoryLedger();
        for (long seed = 1; seed <= 50; seed++) {
            for (Entry entry : entries.of(PaidOrders.random("o" + seed, new Random(seed)))) {
                OutboxEntry command = contract.command(entry, null);
                ContractAssertions.assertMatches(LedgerContract.POST, command.data());
                assertThat(contract.decode(event(command)).payload()).isEqualTo(entry);
                OutgoingEvent posted = contract.posted(ledger.post(entry)).getFirst();
                ContractAssertions.assertMatches(LedgerContract.POSTED, posted.event().data());
            }
        }
    }

    @Test
    void an_explained_commission_keeps_its_rule() {
        Entry curator =
                entries.of(PaidOrders.of("o1", 0, PaidOrders.line("1", 1_000, 200))).stream()
                        .filter(entry -> entry.rule() != null)
                        .findFirst()
                        .orElseThrow();
        OutboxEntry command = contract.command(curator, null);

        ContractAssertions.assertMatches(LedgerContract.POST, command.data());
        assertThat(contract.decode(event(command)).payload()).isEqualTo(curator);
    }

    @Test
    void a_refused_entry_is_told_as_the_contract_says() {
        Entry entry = entries.of(PaidOrders.of("o1", 0, PaidOrders.line("1", 1_000, 200))).get(2);
        Entry broken =
                new Entry(
                        entry.id(),
                        entry.kind(),
                        entry.at(),
                        entry.cause(),
                        entry.wallet(),
                        entry.postings().subList(0, 1),
                        entry.lot(),
                        entry.rule());

        OutgoingEvent told = contract.posted(new MemoryLedger().post(broken)).getFirst();

        ContractAssertions.assertMatches(LedgerContract.POSTED, told.event().data());
        assertThat(told.key()).isEqualTo("wallet:supplier:s-1");
    }

    @Test
    void the_committed_example_is_an_entry_that_can_be_posted() {
        Event example = event(LedgerContract.POST, Contracts.example(LedgerContract.POST));

        Entry entry = contract.decode(example).payload();

        assertThat(entry.faults()).isEmpty();
        assertThat(new MemoryLedger().post(entry).outcome()).isEqualTo("posted");
    }

    @Test
    void an_account_that_does_not_exist_is_poison() {
        String text =
                new String(Contracts.example(LedgerContract.POST), StandardCharsets.UTF_8)
                        .replace("\"deposit\"", "\"pocket\"");

        assertThatThrownBy(() ->
                        contract.decode(
                                event(LedgerContract.POST, text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(PoisonMessage.class);
    }

    private static Event event(OutboxEntry command) {
        return event(command.type(), command.data());
    }

    private static Event event(String type, byte[] data) {
        return new Event(
                "e", type, "commission-service", "e", 0, null, null, null, PaidOrders.AT, data);
    }
}
