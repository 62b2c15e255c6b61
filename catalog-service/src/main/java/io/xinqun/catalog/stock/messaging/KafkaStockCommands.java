package io.xinqun.catalog.stock.messaging;

import io.xinqun.catalog.stock.StockCommand.Release;
import io.xinqun.catalog.stock.StockCommands;
import io.xinqun.catalog.stock.messaging.StockContracts.ReleaseContract;
import io.xinqun.kernel.event.Event;
import io.xinqun.kernel.event.EventCodec;
import io.xinqun.kernel.event.EventJson;
import io.xinqun.kernel.event.KafkaNames;
import io.xinqun.kernel.total.Slots;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sends stock commands to the topic of their owners.
public final class KafkaStockCommands implements StockCommands {

    private final KafkaOperations<String, byte[]> kafka;
    private final Address address;
    private final Slots slots;
    private final Clock clock;

    /// Where commands go, and who says that they come from here.
    public record Address(KafkaNames names, String topic, String source) {}

    public KafkaStockCommands(
            KafkaOperations<String, byte[]> kafka, Address address, Slots slots, Clock clock) {
        this.kafka = kafka;
        this.address = address;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    public Mono<Void> send(List<Release> releases) {
        return Flux.fromIterable(releases)
                .flatMap(release -> Mono.fromFuture(() -> kafka.send(record(release))))
                .then();
    }

    private ProducerRecord<String, byte[]> record(Release release) {
        return EventCodec.toRecord(
                address.names().topic(address.topic()),
                slots.topicKey(release.unit()),
                event(release));
    }

    private Event event(Release release) {
        ReleaseContract data =
                new ReleaseContract(release.orderId(), release.unit(), release.reason());
        return new Event(
                release.id(),
                StockContracts.RELEASE,
                address.source(),
                release.unit(),
                0,
                null,
                null,
                null,
                clock.instant(),
                EventJson.write(data));
    }
}
