package io.xinqun.local.story.api;

import static io.xinqun.local.story.api.Who.CONSUMER;
import static io.xinqun.local.story.api.Who.CURATOR;
import static io.xinqun.local.story.api.Who.NOBODY;
import static io.xinqun.local.story.api.Who.OPERATOR;

import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.api.Recipe.NotOwned;
import io.xinqun.local.wechat.wire.Json;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// What people, communities and their operators ask.
final class PeopleRecipes extends RecipeBook {

    PeopleRecipes(Cast cast, Props props) {
        super(cast, props);
        communities();
        members();
        accounts();
        signIn();
    }

    private void communities() {
        String communities = "/api/v1/communities";
        plain("GET " + communities, CONSUMER);
        add(
                "POST " + communities,
                CURATOR,
                (caller, whose) -> Sent.of(Props.communityNamed("新邻里", "open")));
        about(
                "GET " + communities + "/{id}",
                CONSUMER,
                "id",
                () -> props.community(new Caller(CURATOR, 0), "open"));
        add("POST /api/v1/share-links", CURATOR, (caller, whose) -> Sent.of(props.share()));
        about("POST /api/v1/share-links/{code}/visits", NOBODY, "code", props::shareCode);
    }

    /// The caller's community, or another curator's.
    private String community(Caller caller, Whose whose, String admission) {
        return switch (whose) {
            case OWN -> props.community(caller, admission);
            case FOREIGN -> props.community(new Caller(CURATOR, 901), admission);
            case ABSENT -> Cast.absent();
        };
    }

    private void members() {
        String members = "/api/v1/communities/{community}/members";
        add(
                "GET " + members,
                CURATOR,
                (caller, whose) -> Sent.plain().at("community", community(caller, whose, "open")));
        about(
                "POST " + members,
                CONSUMER,
                "community",
                () -> props.community(new Caller(CURATOR, 902), "open"));
        add(
                "POST " + members + "/{account}/approval",
                CURATOR,
                (caller, whose) -> {
                    String community = community(caller, whose, "application");
                    String account = whose == Whose.ABSENT ? "a" : props.member(community, 903);
                    return Sent.plain().at("community", community).at("account", account);
                });
        add(
                "POST /api/v1/communities/{community}/invitations",
                CURATOR,
                (caller, whose) ->
                        Sent.of(Json.object().put("account", props.spareAccount()))
                                .at("community", community(caller, whose, "open")));
        add("DELETE " + members + "/{account}", CONSUMER, this::leaving);
    }

    /// A consumer leaves; whoever owns the community sends somebody away.
    private Sent leaving(Caller caller, Whose whose) {
        String community = props.community(new Caller(CURATOR, 902), "open");
        boolean founds = caller.who() == CURATOR || caller.who() == OPERATOR;
        if (whose == Whose.ABSENT) {
            return Sent.plain()
                    .at("community", Cast.absent())
                    .at("account", props.member(community, 904));
        }
        if (whose == Whose.FOREIGN) {
            return Sent.plain()
                    .at("community", community)
                    .at("account", props.member(community, 904));
        }
        if (founds) {
            String own = props.community(caller, "open");
            return Sent.plain().at("community", own).at("account", props.member(own, 905));
        }
        if (caller.who() != CONSUMER) {
            throw new NotOwned(caller.who());
        }
        props.member(community, caller.number());
        return Sent.plain().at("community", community).at("account", "me");
    }

    private void accounts() {
        String operator = "/api/v1/operator/";
        plain("GET " + operator + "referral-policies", OPERATOR);
        add(
                "POST " + operator + "referral-policies",
                OPERATOR,
                (caller, whose) ->
                        Sent.of(Json.object().put("model", "last-touch").put("windowDays", 30)));
        add("POST " + operator + "accounts", OPERATOR, (caller, whose) -> Sent.of(account()));
        for (String step : new String[] {"suspension", "reinstatement"}) {
            about(
                    "POST " + operator + "accounts/{id}/" + step,
                    OPERATOR,
                    "id",
                    props::spareAccount);
            about(
                    "POST " + operator + "curators/{account}/" + step,
                    OPERATOR,
                    "account",
                    props::spareCurator);
        }
        add(
                "POST " + operator + "curators",
                OPERATOR,
                (caller, whose) -> Sent.of(Json.object().put("account", props.spareCurator())));
    }

    private static ObjectNode account() {
        ObjectNode account = Json.object().put("login", "s" + UUID.randomUUID());
        account.put("password", "Secret-2026-x").putArray("roles").add("operator");
        return account;
    }

    private void signIn() {
        plain("GET /.well-known/jwks.json", NOBODY);
        plain("GET /api/v1/me", CONSUMER);
        plain("GET /api/v1/me/sessions", CONSUMER);
        plain("POST /api/v1/sign-out", CONSUMER);
        add(
                "DELETE /api/v1/me/sessions/{id}",
                CONSUMER,
                (caller, whose) ->
                        Sent.plain().at("id", owned(caller, whose, CONSUMER, props::session)));
        String signIn = "POST /api/v1/sign-in/";
        add(
                signIn + "password",
                NOBODY,
                (caller, whose) -> Sent.of(credentials()).without("Idempotency-Key"));
        add(
                signIn + "wechat-mini-program",
                NOBODY,
                (caller, whose) ->
                        Sent.of(
                                Json.object()
                                        .put("code", cast.stage().wechat().code("openid-guest"))));
        add(
                signIn + "refresh",
                NOBODY,
                (caller, whose) -> Sent.of(Json.object().put("refreshToken", refreshToken())));
    }

    private ObjectNode credentials() {
        Map<String, String> known = cast.stage().fleet().clientEnvironment();
        return Json.object()
                .put("login", known.getOrDefault("XINQUN_OPERATOR_LOGIN", "operator"))
                .put("password", known.getOrDefault("XINQUN_OPERATOR_PASSWORD", ""));
    }

    private String refreshToken() {
        String code = cast.stage().wechat().code("openid-guest");
        return cast.stage()
                .gateway()
                .anonymous()
                .post("/api/v1/sign-in/wechat-mini-program", Json.object().put("code", code))
                .expect(200)
                .text("/refreshToken");
    }
}
