package io.xinqun.local.suppliers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Makes a record of the feed topic and signs it: Ed25519 over key, line feed, value.
record SignedFeedRecord(String supplier, String keyId, PrivateKey privateKey) {

    ProducerRecord<String, byte[]> of(String supplierSku, byte[] item)
            throws GeneralSecurityException {
        String key = supplier + "|" + supplierSku;
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(key.getBytes(StandardCharsets.UTF_8));
        signed.write('\n');
        signed.writeBytes(item);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(privateKey);
        signature.update(signed.toByteArray());
        ProducerRecord<String, byte[]> record = new ProducerRecord<>("supplier.feed.v1", key, item);
        record.headers().add("feed-key", keyId.getBytes(StandardCharsets.UTF_8));
        record.headers().add("feed-signature", Base64.getEncoder().encode(signature.sign()));
        return record;
    }
}
