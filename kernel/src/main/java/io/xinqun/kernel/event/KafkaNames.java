package io.xinqun.kernel.event;

/// Puts the deployment's prefix before every topic and consumer group, so that several systems (or
/// several test classes) share one broker without meeting.
public record KafkaNames(String prefix) {

    public String topic(String name) {
        return prefix + name;
    }

    public String group(String name) {
        return prefix + name;
    }

    /// The name without the prefix, as contracts and configuration know it.
    public String plain(String prefixed) {
        return prefixed.startsWith(prefix) ? prefixed.substring(prefix.length()) : prefixed;
    }
}
