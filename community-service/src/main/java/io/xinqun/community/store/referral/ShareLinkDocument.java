package io.xinqun.community.store.referral;

import io.xinqun.community.model.referral.Channel;
import io.xinqun.community.model.referral.ShareLink;
import io.xinqun.community.model.referral.Target;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;

/// A [ShareLink] as a document.
final class ShareLinkDocument {

    private ShareLinkDocument() {}

    static Document whole(ShareLink link) {
        return new Document("_id", link.code())
                .append("sharer", link.sharer())
                .append("kind", link.target().kind().code())
                .append("target", link.target().id())
                .append("channel", link.channel().code())
                .append("community", link.community())
                .append("createdAt", Date.from(link.createdAt()));
    }

    static ShareLink read(Document document) {
        String kind = document.getString("kind").toUpperCase(Locale.ROOT);
        return new ShareLink(
                document.getString("_id"),
                document.getString("sharer"),
                new Target(Target.Kind.valueOf(kind), document.getString("target")),
                Channel.of(document.getString("channel")).orElseThrow(),
                document.getString("community"),
                document.getDate("createdAt").toInstant());
    }
}
