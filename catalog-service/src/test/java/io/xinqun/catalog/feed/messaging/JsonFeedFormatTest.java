package io.xinqun.catalog.feed.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xinqun.catalog.feed.item.FeedCode;
import io.xinqun.catalog.feed.item.FeedItem;
import io.xinqun.catalog.feed.item.FeedRefused;
import io.xinqun.catalog.model.product.ProductKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonFeedFormatTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final JsonFeedFormat format = new JsonFeedFormat(Clock.fixed(NOON, ZoneOffset.UTC));

    private static String item(String more) {
        return """
        {"supplierSku":"A-1","version":3,"name":"红米","categoryPath":["粮油","杂粮"],\
        "supplyFen":100,"directFen":200%s}\
        """
                .formatted(more.isEmpty() ? "" : "," + more);
    }

    private FeedItem read(String json) {
        return format.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private FeedRefused refused(String json) {
        FeedRefused refused = catchThrowableOfType(FeedRefused.class, () -> read(json));
        assertThat(refused).as(json).isNotNull();
        return refused;
    }

    @Test
    void the_least_item_gets_the_defaults() {
        FeedItem item = read(item(""));
        assertThat(item.product()).isEqualTo("A-1");
        assertThat(item.details().kind()).isEqualTo(ProductKind.GOODS);
        assertThat(item.details().afterSaleDays()).isEqualTo(7);
        assertThat(item.terms().maxPerOrder()).isEqualTo(99);
        assertThat(item.stock()).isNull();
    }

    @Test
    void the_same_content_has_the_same_fingerprint_whatever_its_form() {
        FeedItem item = read(item(""));
        assertThat(read(item("\"kind\":\"goods\",\"afterSaleDays\":7,\"brand\":null")).content())
                .isEqualTo(item.content());
        assertThat(
                        read(item("\"stock\":{\"count\":1,\"countedAt\":\"2026-11-23T03:00:00Z\"}"))
                                .content())
                .isEqualTo(item.content());
        assertThat(read(item("\"brand\":\"x\"")).content()).isNotEqualTo(item.content());
    }

    @Test
    void line_breaks_live_in_attribute_values_only() {
        FeedItem item = read(item("\"attributes\":[{\"name\":\"提示\",\"value\":\"一\\n二\\t三\"}]"));
        assertThat(item.details().attributes().getFirst().value()).contains("\n");
        FeedRefused refused = refused(item("\"brand\":\"a\\nb\""));
        assertThat(refused.refusal().code()).isEqualTo(FeedCode.FORBIDDEN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "7",
                "{",
                "{\"a\":1}{\"a\":1}",
                "{\"a\":1,\"a\":2}",
                "\u0000"
            })
    void what_is_not_one_object_is_malformed(String line) {
        assertThat(refused(line).refusal().code()).isEqualTo(FeedCode.MALFORMED_LINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"colour\":\"red\"                       | UNKNOWN_FIELD | colour",
                "\"memberFen\":\"2.00\"                   | WRONG_TYPE    | memberFen",
                "\"memberFen\":2.5                        | WRONG_TYPE    | memberFen",
                "\"memberFen\":200.0                      | WRONG_TYPE    | memberFen",
                "\"memberFen\":0                          | OUT_OF_RANGE  | memberFen",
                "\"memberFen\":1000000001                 | OUT_OF_RANGE  | memberFen",
                "\"memberFen\":99999999999999999999999    | OUT_OF_RANGE  | memberFen",
                "\"memberFen\":99                         | PRICE_BELOW_SUPPLY | supplyFen",
                "\"curatorFen\":99                        | PRICE_BELOW_SUPPLY | supplyFen",
                "\"curatorFen\":201                       | PRICE_ABOVE_DIRECT | directFen",
                "\"memberFen\":201                        | PRICE_ABOVE_DIRECT | directFen",
                "\"brand\":7                              | WRONG_TYPE    | brand",
                "\"brand\":\"a\\u0007b\"                  | FORBIDDEN_CHARACTER | brand",
                "\"brand\":\"a\\u202Eb\"                  | FORBIDDEN_CHARACTER | brand",
                "\"brand\":\"a\\u200Bb\"                  | FORBIDDEN_CHARACTER | brand",
                "\"brand\":\"a\\uFEFFb\"                  | FORBIDDEN_CHARACTER | brand",
                "\"brand\":\"\\uD83D\"                    | FORBIDDEN_CHARACTER | brand",
                "\"kind\":\"food\"                        | OUT_OF_RANGE  | kind",
                "\"product\":\"a b\"                      | FORBIDDEN_CHARACTER | product",
                "\"product\":\"a\\u007Cb\" | FORBIDDEN_CHARACTER | product",
                "\"afterSaleDays\":366                    | OUT_OF_RANGE  | afterSaleDays",
                "\"afterSaleDays\":-1                     | OUT_OF_RANGE  | afterSaleDays",
                "\"maxPerOrder\":0                        | OUT_OF_RANGE  | maxPerOrder",
                "\"attributes\":{}                        | WRONG_TYPE    | attributes",
                "\"attributes\":[7]                       | WRONG_TYPE    | attributes[0]",
                "\"attributes\":[{\"name\":\"a\"}]        | MISSING_FIELD | attributes[0].value",
                "\"attributes\":[{\"name\":\"a\",\"value\":\"b\",\"x\":1}] | UNKNOWN_FIELD | attributes[0].x",
                "\"pictures\":[\"ftp://x\"]               | OUT_OF_RANGE  | pictures",
                "\"stock\":7                              | WRONG_TYPE    | stock",
                "\"stock\":{\"count\":1}                  | MISSING_FIELD | stock.countedAt",
                "\"stock\":{\"count\":-1,\"countedAt\":\"2026-11-23T03:00:00Z\"} | OUT_OF_RANGE | stock.count",
                "\"stock\":{\"count\":1,\"countedAt\":\"yesterday\"} | OUT_OF_RANGE | stock.countedAt",
                "\"stock\":{\"count\":1,\"countedAt\":\"2026-11-23T04:05:01Z\"} | COUNTED_IN_FUTURE | stock.countedAt",
                "\"kind\":\"digital\",\"stock\":{\"count\":1,\"countedAt\":\"2026-11-23T03:00:00Z\"} | STOCK_NOT_KEPT | stock",
            })
    void a_wrong_field_is_refused_by_name(String field, FeedCode code, String path) {
        FeedRefused refused = refused(item(field));
        assertThat(refused.refusal().code()).isEqualTo(code);
        assertThat(refused.refusal().field()).isEqualTo(path);
        assertThat(refused.supplierSku()).isEqualTo("A-1");
    }

    @Test
    void both_sides_of_the_limits() {
        assertThat(read(item("\"brand\":\"" + "品".repeat(60) + "\"")).details().brand())
                .hasSize(60);
        assertThat(refused(item("\"brand\":\"" + "品".repeat(61) + "\"")).refusal().code())
                .isEqualTo(FeedCode.OUT_OF_RANGE);
        assertThat(
                        read(item("\"memberFen\":100,\"curatorFen\":200"))
                                .terms()
                                .prices()
                                .isBelowSupply())
                .isFalse();
        assertThat(
                        read(item(
                                        "\"stock\":{\"count\":0,\"countedAt\":\"2026-11-23T12:05:00+08:00\"}"))
                                .stock()
                                .countedAt())
                .isEqualTo(NOON.plusSeconds(300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"supplierSku", "version", "name", "categoryPath", "supplyFen", "directFen"})
    void a_missing_field_is_named(String field) {
        String json = item("").replaceFirst("\"" + field + "\":(\\[[^]]*]|[^,}]*),?", "");
        FeedRefused refused = refused(json.replace(",}", "}"));
        assertThat(refused.refusal().code()).isEqualTo(FeedCode.MISSING_FIELD);
        assertThat(refused.refusal().field()).isEqualTo(field);
    }
}
