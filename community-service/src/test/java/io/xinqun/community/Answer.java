package io.xinqun.community;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/// What the program answered.
record Answer(int status, JsonNode body) {

    String text(String pointer) {
        return body.at(pointer).asString();
    }

    String code() {
        return text("/code");
    }

    Answer expect(int expected) {
        assertThat(status).as("%s", body).isEqualTo(expected);
        return this;
    }

    Answer expect(int expected, String code) {
        expect(expected);
        assertThat(code()).as("%s", body).isEqualTo(code);
        return this;
    }
}
