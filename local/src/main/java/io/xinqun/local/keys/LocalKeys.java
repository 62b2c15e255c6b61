package io.xinqun.local.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Every key that a copy of the system on one machine needs, as files in one folder, made once.
///
/// They are worth nothing outside this machine; production brings its own by configuration.
public record LocalKeys(Path directory) {

    /// The merchant number that the keys below belong to; the simulator knows it.
    public static final String MERCHANT = "1900000001";

    /// The mini-program that the simulator signs people in to.
    public static final String APP = "wx0000000000xinqun";

    /// The serial number of the merchant's certificate, 40 hexadecimal digits as WeChat's are.
    public static final String MERCHANT_SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";

    /// The name of the key with which the simulator signs.
    public static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000012026112200000000000001";

    /// The login of the first operator.
    public static final String OPERATOR = "operator";

    private static final int RSA_BITS = 2048;
    private static final int DATA_KEY_BYTES = 32;
    private static final int SECRET_BYTES = 16;

    /// Returns the keys in the folder, after making those that are missing.
    public static LocalKeys in(Path directory) {
        LocalKeys keys = new LocalKeys(directory.toAbsolutePath());
        try {
            Files.createDirectories(directory);
            if (!Files.exists(keys.complete())) {
                keys.make();
            }
            return keys;
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("keys could not be made in " + directory, e);
        }
    }

    /// The public keys by which every program checks tokens.
    public Path jwks() {
        return directory.resolve("jwks.json");
    }

    /// The private keys with which community-service signs tokens.
    public Path signingKeys() {
        return directory.resolve("signing-keys.json");
    }

    /// The same signing key as PEM, for `openssl` in the script.
    public Path signingPem() {
        return directory.resolve("signing-key.pem");
    }

    /// The keys that encrypt personal data at rest.
    public Path dataKeys() {
        return directory.resolve("data-keys.json");
    }

    /// The merchant's private key, with which requests to WeChat Pay are signed.
    public Path merchantPrivateKey() {
        return directory.resolve("wechat-merchant-private.pem");
    }

    /// The merchant's public key, by which the simulator checks those requests.
    public Path merchantPublicKey() {
        return directory.resolve("wechat-merchant-public.pem");
    }

    /// WeChat Pay's private key, with which the simulator signs answers and notifications.
    public Path wechatPrivateKey() {
        return directory.resolve("wechat-pay-private.pem");
    }

    /// WeChat Pay's public key, by which order-service checks them.
    public Path wechatPublicKey() {
        return directory.resolve("wechat-pay-public.pem");
    }

    /// The key that encrypts the content of notifications, 32 characters.
    public String apiV3Key() {
        return read("wechat-api-v3-key.txt");
    }

    /// The secret of the mini-program.
    public String appSecret() {
        return read("wechat-app-secret.txt");
    }

    /// The password of the first operator.
    public String operatorPassword() {
        return read("operator-password.txt");
    }

    private Path complete() {
        return directory.resolve("complete");
    }

    private void make() throws IOException, JOSEException {
        RSAKey signing =
                new RSAKeyGenerator(RSA_BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint(true)
                        .generate();
        Files.writeString(jwks(), new JWKSet(signing.toPublicJWK()).toString(true));
        Files.writeString(signingKeys(), new JWKSet(List.of(signing)).toString(false));
        Files.writeString(signingPem(), Pem.privateKey(signing.toPrivateKey()));
        Files.writeString(directory.resolve("signing-key-id.txt"), signing.getKeyID());
        String dataKey = Base64.getEncoder().encodeToString(random(DATA_KEY_BYTES));
        Files.writeString(dataKeys(), "{\"active\":\"k1\",\"keys\":{\"k1\":\"" + dataKey + "\"}}");
        pair(merchantPrivateKey(), merchantPublicKey());
        pair(wechatPrivateKey(), wechatPublicKey());
        for (String secret :
                List.of(
                        "wechat-api-v3-key.txt",
                        "wechat-app-secret.txt",
                        "operator-password.txt")) {
            Files.writeString(
                    directory.resolve(secret), HexFormat.of().formatHex(random(SECRET_BYTES)));
        }
        Files.writeString(complete(), "made\n");
    }

    private static void pair(Path privateFile, Path publicFile) throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(RSA_BITS).generate();
        Files.writeString(privateFile, Pem.privateKey(key.toPrivateKey()));
        Files.writeString(publicFile, Pem.publicKey(key.toPublicKey()));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
