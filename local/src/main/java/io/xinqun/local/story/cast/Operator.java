package io.xinqun.local.story.cast;

import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.client.Reply;
import io.xinqun.local.story.client.Waiting;
import io.xinqun.local.wechat.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who runs the platform.
public record Operator(Person person) {
    private static final String OPERATOR = "/api/v1/operator";

    /// Signs in with a password.
    public static Operator signIn(Gateway gateway, String login, String password) {
        return new Operator(gateway.as(SignIn.withPassword(gateway, login, password)));
    }

    /// Opens a supplier and gives it a login of its own.
    public Supplier openSupplier(String key, String name) {
        String id =
                person.post(OPERATOR + "/suppliers", Json.object().put("name", name), key)
                        .expect(200, 201)
                        .text("/id");
        String password = "Supplier-" + key + "-2026";
        ObjectNode account = Json.object().put("login", key).put("password", password);
        account.putArray("roles").add("supplier");
        // 409: an earlier try has made this login.
        person.post(OPERATOR + "/accounts", account.put("supplier", id), key + "-account")
                .expect(201, 409);
        Gateway gateway = person.gateway();
        return new Supplier(gateway.as(SignIn.withPassword(gateway, key, password)), id);
    }

    /// Makes somebody who has signed in a curator; `second` is the curator above, or "".
    public void makeCurator(String account, String second) {
        ObjectNode asked = Json.object().put("account", account);
        if (!second.isEmpty()) {
            asked.put("secondLevel", second);
        }
        person.post(OPERATOR + "/curators", asked, "curator-" + account).expect(200, 201, 204);
    }

    /// Sets the policy unless it is the newest already.
    public void referralPolicy(String model, int windowDays) {
        JsonNode newest = person.get(OPERATOR + "/referral-policies").json().at("/items/0");
        if (newest.path("model").asString("").equals(model)
                && newest.path("windowDays").asInt() == windowDays) {
            return;
        }
        person.post(
                        OPERATOR + "/referral-policies",
                        Json.object().put("model", model).put("windowDays", windowDays),
                        "policy-" + model + "-" + windowDays)
                .expect(200, 201);
    }

    /// A plan for the whole platform: basis points for the curator and for the one above.
    public void platformPlan(int level1, int level2) {
        ObjectNode plan = Json.object();
        plan.putObject("scope").put("kind", "platform");
        plan.putObject("level1").put("rateBasisPoints", level1);
        plan.putObject("level2").put("rateBasisPoints", level2);
        person.post(OPERATOR + "/plans", plan, "plan-" + level1 + "-" + level2).expect(200, 201);
    }

    /// All products in this state, page by page.
    public List<JsonNode> products(String state) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            String path = OPERATOR + "/products?limit=100&state=" + state + cursor;
            JsonNode page = person.get(path).expect(200).json();
            page.path("items").forEach(all::add);
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }

    public void approve(String product) {
        person.post(OPERATOR + "/products/" + product + "/approval", Json.object())
                .expect(200, 201, 204);
    }

    /// What the catalog says of a stock unit; an empty object while it knows nothing of it.
    public JsonNode stock(String unit) {
        Reply reply = person.get(OPERATOR + "/stock/" + unit);
        return reply.is(200) ? reply.json() : Json.object();
    }

    /// The proof of the ledger as it stands, whether it holds or not.
    public JsonNode proof() {
        return person.get(OPERATOR + "/ledger/proof").expect(200).json();
    }

    /// Waits until the proof holds with nothing on its way.
    public JsonNode proofThatHolds(Duration limit) {
        return Waiting.until(
                "a proof that holds",
                limit,
                this::proof,
                proof -> proof.path("holds").asBoolean(false));
    }

    public JsonNode accounts() {
        Reply reply = person.get(OPERATOR + "/ledger/accounts").expect(200);
        return reply.json();
    }
}
