package io.xinqun.local.infrastructure;

/// Ties the life of this process to another one's, so that a killed parent leaves no orphan.
public final class ParentProcess {

    private ParentProcess() {}

    /// Ends this process, with its shutdown hooks, when the parent ends.
    public static void endWith(long parent) {
        Thread.ofPlatform()
                .daemon()
                .name("end-with-" + parent)
                .start(() -> {
                    ProcessHandle.of(parent).ifPresent(p -> p.onExit().join());
                    System.exit(0);
                });
    }
}
