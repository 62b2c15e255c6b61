package io.xinqun.kernel.event;

/// Who caused an event: an account id and the role it acted in. Never a name.
public record Actor(String account, String role) {

    private static final char SEPARATOR = '/';

    public Actor {
        if (role.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a role has no '" + SEPARATOR + "': " + role);
        }
    }

    /// The form it has in the envelope: `role/account`.
    String text() {
        return role + SEPARATOR + account;
    }

    static Actor parse(String text) {
        int at = text.indexOf(SEPARATOR);
        if (at < 0) {
            throw new IllegalArgumentException("an actor is role/account");
        }
        return new Actor(text.substring(at + 1), text.substring(0, at));
    }
}
