package io.xinqun.kernel.consumer;

/// Starts consumer groups. A [Subscription] or [RecordSubscription] that is a bean is started by
/// itself.
///
/// State: offsets are committed after the effect. An infrastructure error pauses its partition and
/// tries again for ever, ever more slowly; [PoisonMessage] goes to `<group>.dead-letter`;
/// [NotKnownYet] parks its key; unknown types are ignored and counted. A new group starts at the
/// beginning of its topics.
public interface EventConsumers {

    EventConsumer start(Subscription subscription);

    EventConsumer start(RecordSubscription subscription);
}
