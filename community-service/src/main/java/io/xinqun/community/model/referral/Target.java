package io.xinqun.community.model.referral;

/// What a share link shows.
public record Target(Kind kind, String id) {

    /// More kinds come with their features: post, group buy, flash sale.
    public enum Kind {
        PRODUCT("product"),
        COMMUNITY("community");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
