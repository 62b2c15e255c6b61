package io.xinqun.local.wechat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Faults that a story has ordered: each happens to the next `times` calls whose `METHOD /path`
/// matches, and then is gone.
public final class Faults {

    /// What goes wrong, and whether the effect happens nevertheless.
    public enum Kind {
        /// No answer, nothing happened.
        TIME_OUT_BEFORE,
        /// No answer, but it happened.
        TIME_OUT_AFTER,
        /// 500, nothing happened.
        ERROR_BEFORE,
        /// 500, but it happened.
        ERROR_AFTER,
        /// It happened, and the answer is signed by nobody.
        WRONG_SIGNATURE
    }

    private record Fault(Kind kind, Pattern pattern, int times) {}

    private final List<Fault> ordered = new ArrayList<>();

    public synchronized void order(Kind kind, String pattern, int times) {
        ordered.add(new Fault(kind, Pattern.compile(pattern), times));
    }

    public synchronized void clear() {
        ordered.clear();
    }

    /// Takes one use of the first fault that matches.
    synchronized Optional<Kind> next(String call) {
        for (int index = 0; index < ordered.size(); index++) {
            Fault fault = ordered.get(index);
            if (fault.pattern().matcher(call).find()) {
                if (fault.times() > 1) {
                    ordered.set(index, new Fault(fault.kind(), fault.pattern(), fault.times() - 1));
                } else {
                    ordered.remove(index);
                }
                return Optional.of(fault.kind());
            }
        }
        return Optional.empty();
    }
}
