package io.xinqun.local.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds `docs/suppliers.md` to its word: what it shows is what compiles and runs.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuppliersPageTest {

    private static final Path PAGE = Path.of("../docs/suppliers.md");
    private static final Path SOURCES = Path.of("src/test/java/io/xinqun/local/suppliers");

    private static final String LINE =
            """
            {"product":"TEA-03","sku":"TEA-03-100","name":"明前龙井","category":["茶饮","绿茶"],
             "brand":null,"brief":"手工炒制","unit":"罐","counter_price_yuan":"198.00",
             "retail_price_yuan":"188.00","specifications":["100 克","礼盒"],
             "attributes":[["产地","杭州"],["储存","避光\\n冷藏"]],"stock":240,"on_sale":true}
            """;

    @Test
    void a_line_of_an_export_becomes_an_item_of_the_feed() {
        ShopExport export =
                new ShopExport(1_795_395_151L, Instant.parse("2026-11-22T02:00:00Z"), 70, 90);

        JsonNode item = JsonMapper.shared().readTree(export.item(LINE));

        assertThat(item)
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"supplierSku":"TEA-03-100","version":1795395151,
                                         "categoryPath":["茶饮","绿茶"],"product":"TEA-03",
                                         "name":"明前龙井","brief":"手工炒制","unit":"罐",
                                         "specification":"100 克，礼盒",
                                         "attributes":[{"name":"产地","value":"杭州"},
                                                       {"name":"储存","value":"避光\\n冷藏"}],
                                         "directFen":18800,"curatorFen":16920,"supplyFen":13160,
                                         "stock":{"count":240,
                                                  "countedAt":"2026-11-22T02:00:00Z"}}
                                        """));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.1, 10", "19, 1900", "19.9, 1990", "1234567.89, 123456789"})
    void yuan_become_fen_exactly(String yuan, long fen) {
        assertThat(ShopExport.fen(yuan)).isEqualTo(fen);
    }

    @Test
    void a_third_place_is_not_rounded_by_guess() {
        assertThatThrownBy(() -> ShopExport.fen("1.005")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_signed_record_proves_its_sender() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] item = "{}".getBytes(StandardCharsets.UTF_8);

        var record = new SignedFeedRecord("s-1", "k1", keys.getPrivate()).of("TEA-03-100", item);

        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes("s-1|TEA-03-100\n".getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(item);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(keys.getPublic());
        check.update(signed.toByteArray());
        byte[] signature = record.headers().lastHeader("feed-signature").value();
        assertThat(check.verify(Base64.getDecoder().decode(signature))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ShopExport", "SignedFeedRecord"})
    void the_page_shows_the_code_that_is_tested(String type) throws IOException {
        String source = Files.readString(SOURCES.resolve(type + ".java"));
        String shown = source.substring(source.indexOf("/// ")).strip();

        assertThat(Files.readString(PAGE)).contains(shown);
    }
}
