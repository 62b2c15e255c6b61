package io.xinqun.local.story.access;

import io.xinqun.local.story.api.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who may do what: every operation, for every role, about a thing of the caller's own, somebody
/// else's, and one that does not exist. `docs/authorization.md` is made from it, and the story
/// `who-may` asks every cell of it.
///
/// Shape: an operation's line, then a line for each kind of thing, with what [#COLUMNS] get: a
/// status, with its code where that is not the usual one of the status, `-` where nobody in the
/// role can have such a thing; one answer alone is everybody's. `any` is a request about no thing,
/// `there` one that belongs to nobody.
public final class AccessTable {

    /// Who stands in the columns.
    public static final List<Who> COLUMNS = List.of(Who.values());

    private static final String CATALOG =
            """
            #                nobody consumer curator supplier operator service
            GET /api/v1/products
              any               200      200     200      200      200     200
            GET /api/v1/products/{id}
              there             200      200     200      200      200     200
              absent            404      404     404      404      404     404
            GET /api/v1/suppliers/me/feed
              any               401      403     403      200      403     403
            POST /api/v1/suppliers/me/feed
              any               401      403     403      200      403     403
            GET /api/v1/suppliers/me/feed/{delivery}
              own                 -        -       -      200        -       -
              foreign, absent   401      403     403      404      403     403
            GET /api/v1/suppliers/me/feed-keys
              any               401      403     403      200      403     403
            POST /api/v1/suppliers/me/feed-keys
              any               401      403     403      201      403     403
            DELETE /api/v1/suppliers/me/feed-keys/{keyId}
              own                 -        -       -      204        -       -
              foreign, absent   401      403     403      204      403     403
            GET /api/v1/operator/products
              any               401      403     403      403      200     403
            GET /api/v1/operator/products/{id}
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            POST /api/v1/operator/products/{id}/approval
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            POST /api/v1/operator/products/{id}/withdrawal
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            GET /api/v1/operator/stock/{unit}
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            GET /api/v1/operator/stock/proof
              any               401      403     403      403      200     403
            GET /api/v1/operator/suppliers
              any               401      403     403      403      200     403
            POST /api/v1/operator/suppliers
              any               401      403     403      403      201     403
            GET /api/v1/operator/suppliers/{id}
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            POST /api/v1/operator/suppliers/{id}/suspension
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            POST /api/v1/operator/suppliers/{id}/reinstatement
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            """;

    private static final String ORDER =
            """
            #                nobody consumer curator supplier operator service
            POST /api/v1/quotes
              any               401      200     200      403      403     403
            POST /api/v1/orders
              any               401      201     201      403      403     403
            GET /api/v1/orders
              any               401      200     200      403      403     403
            GET /api/v1/orders/{id}
              own                 -      200     200        -        -       -
              foreign, absent   401      404     404      403      403     403
            GET /api/v1/orders/{id}/events
              own                 -      200     200        -        -       -
              foreign, absent   401      404     404      403      403     403
            POST /api/v1/orders/{id}/payments
              own                 -      201     201        -        -       -
              foreign, absent   401      404     404      403      403     403
            POST /api/v1/orders/{id}/cancellation
              own                 -      200     200        -        -       -
              foreign, absent   401      404     404      403      403     403
            """;

    private static final String COMMUNITY =
            """
            #                nobody consumer curator supplier operator service
            GET /api/v1/communities
              any               401      200     200      200      200     200
            POST /api/v1/communities
              any               401      403     201      403      201     403
            GET /api/v1/communities/{id}
              there             401      200     200      200      200     200
              absent            401      404     404      404      404     404
            GET /api/v1/communities/{community}/members
              own                 -        -     200        -      200       -
              foreign, absent   401      404     404      404      404     404
            POST /api/v1/communities/{community}/members
              there             401      200     200      403      403     403
              absent            401      404     404      403      403     403
            DELETE /api/v1/communities/{community}/members/{account}
              own                 -      204     204        -      204       -
              foreign, absent   401      404     404      404      404     404
            POST /api/v1/communities/{community}/members/{account}/approval
              own                 -        -     200        -      200       -
              foreign, absent   401      404     404      404      404     404
            POST /api/v1/communities/{community}/invitations
              own                 -        -     200        -      200       -
              foreign, absent   401      404     404      404      404     404
            POST /api/v1/share-links
              any               401      403     201      403      403     403
            POST /api/v1/share-links/{code}/visits
              there             200      200     200      200      200     200
              absent            404      404     404      404      404     404
            """;

    private static final String ACCOUNTS =
            """
            #                nobody consumer curator supplier operator service
            GET /.well-known/jwks.json
              any               200      200     200      200      200     200
            POST /api/v1/sign-in/wechat-mini-program
              any               200      200     200      200      200     200
            POST /api/v1/sign-in/password
              any               200      200     200      200      200     200
            POST /api/v1/sign-in/refresh
              any               200      200     200      200      200     200
            GET /api/v1/me
              any               401      200     200      200      200     404
            GET /api/v1/me/sessions
              any               401      200     200      200      200     200
            DELETE /api/v1/me/sessions/{id}
              own                 -      204     204      204      204       -
              foreign, absent   401      404     404      404      404     404
            POST /api/v1/sign-out
              any               401      204     204      204      204     204
            POST /api/v1/operator/accounts
              any               401      403     403      403      201     403
            POST /api/v1/operator/accounts/{id}/suspension
              there             401      403     403      403      200     403
              absent            401      403     403      403 422/unknown-account 403
            POST /api/v1/operator/accounts/{id}/reinstatement
              there             401      403     403      403      200     403
              absent            401      403     403      403 422/unknown-account 403
            POST /api/v1/operator/curators
              any               401      403     403      403      200     403
            POST /api/v1/operator/curators/{account}/suspension
              there             401      403     403      403      200     403
              absent            401      403     403      403 422/unknown-account 403
            POST /api/v1/operator/curators/{account}/reinstatement
              there             401      403     403      403      200     403
              absent            401      403     403      403 422/unknown-account 403
            GET /api/v1/operator/referral-policies
              any               401      403     403      403      200     403
            POST /api/v1/operator/referral-policies
              any               401      403     403      403      201     403
            """;

    private static final String MONEY =
            """
            #                nobody consumer curator supplier operator service
            POST /api/v1/payments/wechat/notifications
              any    400/notification-refused
            GET /api/v1/wallet
              any               401      403     200      200      403     403
            GET /api/v1/wallet/entries
              any               401      403     200      200      403     403
            GET /api/v1/operator/ledger/proof
              any               401      403     403      403      200     403
            GET /api/v1/operator/ledger/accounts
              any               401      403     403      403      200     403
            GET /api/v1/operator/plans
              any               401      403     403      403      200     403
            POST /api/v1/operator/plans
              any               401      403     403      403      201     403
            POST /api/v1/operator/plans/{plan}/activation
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            POST /api/v1/operator/plans/{plan}/simulation
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            POST /api/v1/operator/plans/{plan}/retirement
              there             401      403     403      403      200     403
              absent            401      403     403      403      404     403
            """;

    private AccessTable() {}

    /// The parts of the page, in its order.
    public static Map<String, List<AccessRow>> parts() {
        Map<String, List<AccessRow>> parts = new TreeMap<>();
        parts.put("1. Catalog", rows(CATALOG));
        parts.put("2. Orders", rows(ORDER));
        parts.put("3. Communities", rows(COMMUNITY));
        parts.put("4. Accounts", rows(ACCOUNTS));
        parts.put("5. Money", rows(MONEY));
        return parts;
    }

    public static List<AccessRow> all() {
        return parts().values().stream().flatMap(List::stream).toList();
    }

    private static List<AccessRow> rows(String table) {
        List<AccessRow> rows = new ArrayList<>();
        String operation = "";
        for (String line : table.lines().filter(text -> !text.startsWith("#")).toList()) {
            if (line.startsWith(" ")) {
                rows.addAll(AccessRow.parse(operation, line.strip()));
            } else {
                operation = line;
            }
        }
        return rows;
    }
}
