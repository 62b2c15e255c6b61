package io.xinqun.kernel.event;

/// Creates topics that are missing, in the background for as long as the broker is away.
///
/// State: an existing topic is left as it is: its partitions and settings belong to the operator.
public interface TopicDeclarations {

    void declare(TopicSpec topic);
}
