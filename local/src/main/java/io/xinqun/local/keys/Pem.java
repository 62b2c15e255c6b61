package io.xinqun.local.keys;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;

/// Writes keys in the text form that openssl and the SDKs read.
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String privateKey(PrivateKey key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    static String publicKey(PublicKey key) {
        return text("PUBLIC KEY", key.getEncoded());
    }

    private static String text(String label, byte[] der) {
        String body =
                Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
