package io.xinqun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.catalog.model.product.Product;
import io.xinqun.catalog.model.product.Products;
import io.xinqun.catalog.model.supplier.FeedSignature;
import io.xinqun.kernel.event.KafkaNames;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaFeedIT extends CatalogProgram {

    @Autowired private KafkaTemplate<String, byte[]> kafka;
    @Autowired private KafkaNames names;
    @Autowired private Products products;

    private final KeyPair own = pair();
    private final KeyPair foreign = pair();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private String supplierWithKey() {
        String supplier = supplier();
        String key = Base64.getEncoder().encodeToString(own.getPublic().getEncoded());
        post(
                "/api/v1/suppliers/me/feed-keys",
                supplierToken(supplier),
                Map.of("keyId", "k1", "publicKey", key));
        return supplier;
    }

    private void send(String key, String line, String keyId, KeyPair signer) {
        byte[] value = line.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(names.topic("supplier.feed.v1"), key, value);
        if (signer != null) {
            record.headers().add("feed-key", keyId.getBytes(StandardCharsets.UTF_8));
            record.headers()
                    .add(
                            "feed-signature",
                            sign(signer, key, value).getBytes(StandardCharsets.UTF_8));
        }
        record.headers().add("delivery", "k-1".getBytes(StandardCharsets.UTF_8));
        Mono.fromFuture(() -> kafka.send(record)).block(PATIENCE);
    }

    private static String sign(KeyPair pair, String key, byte[] value) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(FeedSignature.signedBytes(key, value));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonNode awaitReport(String supplier, long items) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = null;
        while (System.nanoTime() < end) {
            last = body(get("/api/v1/suppliers/me/feed/k-1", supplierToken(supplier)));
            if (last.has("accepted") && sum(last) >= items) {
                return last;
            }
            pause();
        }
        throw new AssertionError("never " + items + " items: " + last);
    }

    private static long sum(JsonNode report) {
        return report.get("accepted").asLong()
                + report.get("unchanged").asLong()
                + report.get("stale").asLong()
                + report.get("refused").asLong();
    }

    @Test
    void signed_records_are_taken_and_bad_ones_are_in_the_suppliers_report() {
        String supplier = supplierWithKey();
        send(supplier + "|A", line("A", 2, ""), "k1", own);
        send(supplier + "|A", line("A", 1, ""), "k1", own);
        send(supplier + "|A", line("A", 2, ""), "k1", own);
        send(supplier + "|A", "{}", "k1", own);
        send(supplier + "|A", line("B", 1, ""), "k1", own);

        JsonNode report = awaitReport(supplier, 5);

        assertThat(report.get("accepted").asInt()).isEqualTo(1);
        assertThat(report.get("stale").asInt()).isEqualTo(1);
        assertThat(report.get("unchanged").asInt()).isEqualTo(1);
        assertThat(report.get("refused").asInt()).isEqualTo(2);
        assertThat(report.get("problems").get(1).get("code").asString()).isEqualTo("key-mismatch");
        assertThat(report.get("channel").asString()).isEqualTo("kafka");
    }

    @Test
    void what_nobody_proved_to_have_sent_is_a_dead_letter_and_changes_nothing() {
        String supplier = supplierWithKey();
        send(supplier + "|F", line("F", 1, ""), "k1", foreign);
        send(supplier + "|F", line("F", 1, ""), "k2", own);
        send(supplier + "|F", line("F", 1, ""), null, null);
        send("nobody|F", line("F", 1, ""), "k1", own);
        send(supplier + "|G", line("G", 1, ""), "k1", own);

        try (Topic dead = new Topic("catalog-feed.dead-letter")) {
            assertThat(dead.await(3, record -> record.key().equals(supplier + "|F")))
                    .extracting(KafkaFeedIT::reason)
                    .containsExactlyInAnyOrder("wrong-signature", "unknown-feed-key", "unsigned");
            assertThat(dead.await(1, record -> record.key().equals("nobody|F")))
                    .extracting(KafkaFeedIT::reason)
                    .containsExactly("unknown-supplier");
        }
        awaitReport(supplier, 1);
        assertThat(products.find(Product.idOf(supplier, "F")).block(PATIENCE)).isNull();
        assertThat(products.find(Product.idOf(supplier, "G")).block(PATIENCE)).isNotNull();
    }

    @Test
    void a_retired_key_proves_nothing() {
        String supplier = supplierWithKey();
        client.delete()
                .uri("/api/v1/suppliers/me/feed-keys/k1")
                .header("Authorization", "Bearer " + supplierToken(supplier))
                .exchange()
                .expectStatus()
                .isNoContent();
        send(supplier + "|R", line("R", 1, ""), "k1", own);
        try (Topic dead = new Topic("catalog-feed.dead-letter")) {
            assertThat(dead.await(1, record -> record.key().equals(supplier + "|R")))
                    .extracting(KafkaFeedIT::reason)
                    .containsExactly("unknown-feed-key");
        }
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("dead-letter-reason").value());
    }
}
