package io.xinqun.order.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.xinqun.kernel.money.Fen;
import io.xinqun.order.order.line.LineKind;
import io.xinqun.order.order.line.OrderLine;
import io.xinqun.order.order.line.SplitRule;
import io.xinqun.order.testing.Samples;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineDocumentTest {

    private static final OrderLine LINE =
            Samples.terms("o1", LineKind.GOODS, "rice").lines().getFirst();

    @Test
    void a_line_comes_back_as_it_was_stored() {
        assertThat(LineDocument.line(LineDocument.of(LINE))).isEqualTo(LINE);
        assertThat(LineDocument.attribution(LineDocument.of(Samples.LINK.at("gold"))))
                .isEqualTo(Samples.LINK.at("gold"));
    }

    @Test
    void a_line_of_before_there_were_caps_and_funding_is_read() {
        Document stored = LineDocument.of(LINE);
        stored.remove("category");
        Document rule = stored.getList("split", Document.class).get(1).get("rule", Document.class);
        rule.remove("rounding");
        rule.remove("cappedBy");
        rule.remove("supplierFundsFen");

        OrderLine read = LineDocument.line(stored);

        assertThat(read.article().categoryPath()).isEmpty();
        assertThat(read.split().get(1).rule().rounding()).isEqualTo(SplitRule.Rounding.DOWN);
        assertThat(read.split().get(1).rule().supplierFunds()).isEqualTo(Fen.ZERO);
        assertThat(read.split().get(1).rule().cut())
                .isEqualTo(new SplitRule.Cut(Fen.of(900), SplitRule.Cap.MARGIN));
    }
}
