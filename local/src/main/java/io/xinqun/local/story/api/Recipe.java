package io.xinqun.local.story.api;

/// How a right request to one operation is made, and who usually sends it.
public record Recipe(Who usual, Making making) {

    /// Makes the request that this caller would send about a resource of this kind of owner.
    ///
    /// Errors: [NotOwned] where the caller cannot own such a thing.
    @FunctionalInterface
    public interface Making {
        Sent make(Caller caller, Whose whose);
    }

    /// Somebody in a role; people with other numbers are other accounts.
    public record Caller(Who who, int number) {}

    /// Nobody in this role has such a resource.
    public static final class NotOwned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotOwned(Who who) {
            super("a " + who.code() + " owns no such thing");
        }
    }
}
