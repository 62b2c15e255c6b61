package io.xinqun.kernel.simulation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// A worker that stops at every [#pause] until it is resumed, and dies when it never is. It is the
/// JDK's own continuation, the thing under virtual threads, so ordinary blocking code runs in it.
///
/// It needs `--add-exports java.base/jdk.internal.vm=ALL-UNNAMED`, which the pom gives to the
/// tests.
public final class Coroutine {

    private static final Object SCOPE;
    private static final MethodHandle NEW;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;
    private static final MethodHandle IS_DONE;
    private static boolean inside;

    private final Object continuation;
    private Throwable thrown;

    static {
        try {
            Class<?> scope = Class.forName("jdk.internal.vm.ContinuationScope");
            Class<?> type = Class.forName("jdk.internal.vm.Continuation");
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SCOPE = scope.getConstructor(String.class).newInstance("simulation");
            NEW =
                    lookup.findConstructor(
                                    type, MethodType.methodType(void.class, scope, Runnable.class))
                            .asType(
                                    MethodType.methodType(
                                            Object.class, Object.class, Runnable.class));
            RUN =
                    lookup.findVirtual(type, "run", MethodType.methodType(void.class))
                            .asType(MethodType.methodType(void.class, Object.class));
            YIELD =
                    lookup.findStatic(type, "yield", MethodType.methodType(boolean.class, scope))
                            .asType(MethodType.methodType(boolean.class, Object.class));
            IS_DONE =
                    lookup.findVirtual(type, "isDone", MethodType.methodType(boolean.class))
                            .asType(MethodType.methodType(boolean.class, Object.class));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    "run with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED", missing);
        }
    }

    public Coroutine(Runnable body) {
        try {
            continuation = (Object) NEW.invokeExact(SCOPE, (Runnable) () -> run(body));
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A continuation does not carry an exception out by itself.
    private void run(Runnable body) {
        try {
            body.run();
        } catch (RuntimeException | Error failure) {
            thrown = failure;
        }
    }

    /// Runs until the next pause; answers whether there is more to come.
    public boolean resume() {
        inside = true;
        try {
            RUN.invokeExact(continuation);
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException failure) {
                throw failure;
            }
            return !(boolean) IS_DONE.invokeExact(continuation);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            inside = false;
        }
    }

    /// A point where another worker may run, and where this one may die. Outside of a coroutine, in
    /// the checks at the end, nothing happens.
    public static void pause() {
        if (!inside) {
            return;
        }
        try {
            boolean ignored = (boolean) YIELD.invokeExact(SCOPE);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
