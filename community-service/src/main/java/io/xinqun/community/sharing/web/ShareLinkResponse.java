package io.xinqun.community.sharing.web;

import io.xinqun.community.model.referral.ShareLink;

/// A share link: `code` for a mini-program code (`scene`), `path` for a share card.
record ShareLinkResponse(String code, String path) {

    /// The mini-program's page that opens links.
    private static final String PAGE = "pages/open/index?scene=";

    static ShareLinkResponse of(ShareLink link) {
        return new ShareLinkResponse(link.code(), PAGE + link.code());
    }
}
