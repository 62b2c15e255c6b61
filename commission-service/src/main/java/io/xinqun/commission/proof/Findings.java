package io.xinqun.commission.proof;

import java.util.ArrayList;
import java.util.List;

/// What a check found wrong: an exact count, and the first examples.
public record Findings(long count, List<String> examples) {

    /// The first ones show the pattern; all of them would not fit into an answer.
    private static final int MAXIMUM_EXAMPLES = 50;

    public static final Findings NONE = new Findings(0, List.of());

    public Findings {
        examples = List.copyOf(examples);
    }

    public static Findings of(String example) {
        return new Findings(1, List.of(example));
    }

    public Findings plus(Findings more) {
        if (more.count == 0) {
            return this;
        }
        List<String> both = new ArrayList<>(examples);
        more.examples.stream().limit(MAXIMUM_EXAMPLES - both.size()).forEach(both::add);
        return new Findings(count + more.count, both);
    }
}
