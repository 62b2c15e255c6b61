package io.xinqun.local.story.api;

import io.xinqun.local.story.api.Recipe.Caller;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Person;
import io.xinqun.local.story.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Everybody who asks: as many accounts of each role as a story needs, because limits count
/// accounts.
///
/// Shape: consumers and curators have signed in through WeChat. The first two suppliers are two
/// firms, further ones are more people of the first; the first operator has signed in with a
/// password, further ones and services show a token.
public final class Cast {
    private static final int FIRMS = 2;
    private static final Duration TOKEN_LIFE = Duration.ofHours(2);

    private final Stage stage;
    private final Operator operator;
    private final List<Supplier> suppliers;
    private final Map<Caller, Buyer> people = new ConcurrentHashMap<>();
    private final Map<Caller, Person> tokens = new ConcurrentHashMap<>();

    public Cast(Stage stage) {
        this.stage = stage;
        this.operator = stage.operator();
        this.suppliers =
                List.of(
                        operator.openSupplier(stage.named("first"), "严选商行"),
                        operator.openSupplier(stage.named("second"), "隔壁商行"));
    }

    public Stage stage() {
        return stage;
    }

    public Operator operator() {
        return operator;
    }

    /// The firm for which this supplier's account works.
    public Supplier supplier(int number) {
        return suppliers.get(number == 1 ? 1 : 0);
    }

    public Person person(Caller caller) {
        return switch (caller.who()) {
            case NOBODY -> stage.gateway().anonymous();
            case CONSUMER, CURATOR -> buyer(caller).person();
            case SUPPLIER, OPERATOR, SERVICE -> tokens.computeIfAbsent(caller, this::employee);
        };
    }

    /// The id of the caller's account; only consumers and curators tell theirs.
    public String account(Caller caller) {
        return buyer(caller).account();
    }

    public Buyer buyer(Caller caller) {
        return people.computeIfAbsent(caller, this::signIn);
    }

    private Buyer signIn(Caller caller) {
        String name = "api-" + caller.who().code() + "-" + caller.number();
        Buyer buyer = stage.buyer(name);
        if (caller.who() == Who.CURATOR) {
            operator.makeCurator(buyer.account(), "");
            return stage.buyer(name);
        }
        return buyer;
    }

    private Person employee(Caller caller) {
        boolean isSupplier = caller.who() == Who.SUPPLIER;
        if (caller.who() == Who.OPERATOR && caller.number() == 0) {
            return operator.person();
        }
        if (isSupplier && caller.number() < FIRMS) {
            return supplier(caller.number()).person();
        }
        Map<String, String> claims =
                isSupplier ? Map.of("supplier", supplier(caller.number()).id()) : Map.of();
        String account = stage.named(caller.who().code() + "-" + caller.number());
        List<String> roles = List.of(caller.who().code());
        return stage.gateway()
                .as(stage.fleet().tokens().access(account, roles, claims, TOKEN_LIFE));
    }

    /// The id of something that does not exist.
    static String absent() {
        return "absent-" + UUID.randomUUID();
    }
}
