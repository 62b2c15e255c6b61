package io.xinqun.order.signal.messaging;

import io.xinqun.order.order.OrderState;
import io.xinqun.order.order.Signals;
import io.xinqun.order.signal.LocalSignals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;

/// Signals to who waits here, and through Redis to who waits on another instance.
///
/// Shape: one message per batch of moves: `order state order state ...`.
public final class SharedSignals implements Signals {

    private static final String KIND = "moved";
    private static final String SPACE = " ";

    private final LocalSignals here;
    private final RedisBroadcast others;

    public SharedSignals(LocalSignals here, RedisBroadcast others) {
        this.here = here;
        this.others = others;
        others.on(KIND, text -> here.deliver(parse(text)));
    }

    @Override
    public void moved(Collection<Moved> moves) {
        if (moves.isEmpty()) {
            return;
        }
        here.deliver(moves);
        others.say(KIND, text(moves));
    }

    @Override
    public Flux<OrderState.Name> of(String orderId) {
        return here.of(orderId);
    }

    @Override
    public boolean reachOthers() {
        return others.isHeard();
    }

    private static String text(Collection<Moved> moves) {
        StringBuilder text = new StringBuilder();
        for (Moved move : moves) {
            text.append(move.orderId()).append(SPACE).append(move.state().code()).append(SPACE);
        }
        return text.toString();
    }

    private static List<Moved> parse(String text) {
        String[] words = text.split(SPACE, -1);
        List<Moved> moves = new ArrayList<>();
        for (int at = 0; at + 1 < words.length; at += 2) {
            moves.add(new Moved(words[at], OrderState.Name.of(words[at + 1])));
        }
        return moves;
    }
}
