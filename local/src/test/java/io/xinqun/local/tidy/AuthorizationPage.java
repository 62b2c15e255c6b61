package io.xinqun.local.tidy;

import io.xinqun.local.story.access.AccessRow;
import io.xinqun.local.story.access.AccessTable;
import io.xinqun.local.story.api.Who;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The page of who may do what, made from [AccessTable].
final class AuthorizationPage {

    private static final String HEAD =
            """
            # Who may do what

            Every operation of the API, for every role, about every kind of thing. The page is made from
            [AccessTable.java](../local/src/main/java/io/xinqun/local/story/access/AccessTable.java), `AuthorizationPageTest` holds it
            to that table, and the story `who-may` asks each cell of a running system: through the gateway, and what is refused
            also at the service behind it, which does not rely on the gateway. An operation of `/openapi.json` without a row fails
            there, and so does one that a service has and the gateway's document has not.

            The columns are the roles of the access token; `nobody` shows none. A consumer who became a curator has both roles, so
            curators may do what consumers may. A supplier's token also names the supplier it acts for. `service` is a program's own
            token: it opens nothing that is about people, goods or money. There are no lesser kinds of operators.

            The lines are what a request is about: `any` nothing in particular, `there` a thing that belongs to nobody, `own` the
            caller's, `foreign` somebody else's, `absent` one that does not exist. Whose a thing is: an order its buyer's, a
            community its founder's, a membership its member's, a session its account's, a delivery and a feed key their supplier's,
            a wallet its holder's.

            - Without a token 401 `not-signed-in`; without the role 403 `forbidden`, whether the thing exists or not.
            - Somebody else's thing is answered like one that does not exist, in every word: nobody learns what there is.
            - What is refused changes nothing, and neither does any request about a foreign or absent thing.
            - `–`: nobody in this role can have such a thing.
            - A token counts until it expires, minutes after a session has ended or a role was withdrawn.
            """;

    private AuthorizationPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Map.Entry<String, List<AccessRow>> part : AccessTable.parts().entrySet()) {
            page.append("\n## ").append(part.getKey()).append("\n\n| operation | about |");
            AccessTable.COLUMNS.forEach(who -> page.append(' ').append(who.code()).append(" |"));
            page.append("\n|---|---|").append("---|".repeat(AccessTable.COLUMNS.size()));
            page.append('\n');
            String operation = "";
            for (AccessRow row : part.getValue()) {
                boolean again = row.operation().equals(operation);
                page.append(line(row, again ? "" : "`" + row.operation() + "`"));
                operation = row.operation();
            }
        }
        return page.toString();
    }

    private static String line(AccessRow row, String operation) {
        return AccessTable.COLUMNS.stream()
                .map(who -> cell(row, who))
                .collect(
                        Collectors.joining(
                                " | ", "| " + operation + " | " + row.thing() + " | ", " |\n"));
    }

    private static String cell(AccessRow row, Who who) {
        AccessRow.Granted granted = row.answers().get(who);
        return granted == null ? "–" : granted.text();
    }
}
