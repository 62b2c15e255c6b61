package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.StoryFailure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// A supplier's own system that writes its feed into the topic, each record signed with Ed25519
/// over key, line feed and value.
public final class FeedTopic implements AutoCloseable {
    private static final String TOPIC = "supplier.feed.v1";

    private final KafkaProducer<String, byte[]> producer;
    private final String keyId;
    private final KeyPair pair;

    public FeedTopic(String kafka, String keyId) {
        this.keyId = keyId;
        this.pair = pair();
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ProducerConfig.ACKS_CONFIG,
                                "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    public String keyId() {
        return keyId;
    }

    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    public void send(String supplier, String delivery, FeedItem item) {
        String key = supplier + "|" + item.supplierSku();
        byte[] value = item.line().getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(signed(null, key, value, delivery)).get();
        } catch (ExecutionException cause) {
            throw new StoryFailure("the topic did not take the record", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", cause);
        }
    }

    /// Any record, signed as it is; `partition` is null where the key decides.
    public ProducerRecord<String, byte[]> signed(
            @Nullable Integer partition, String key, byte[] value, String delivery) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, partition, key, value);
        header(record, "feed-key", keyId);
        header(record, "feed-signature", sign(key, value));
        header(record, "delivery", delivery);
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }

    private String sign(String key, byte[] value) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update((key + "\n").getBytes(StandardCharsets.UTF_8));
            signature.update(value);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static void header(ProducerRecord<String, byte[]> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
