package io.xinqun.kernel.simulation;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Everything random in a history, from one seed.
public final class Chance {

    private final Random random;
    private boolean faults = true;

    public Chance(long seed) {
        // The first numbers of neighbouring seeds are alike without this.
        random = new Random(seed * 0x9E3779B97F4A7C15L + 0x5DEECE66DL);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /// Per thousand.
    public boolean perMille(int chances) {
        return random.nextInt(1000) < chances;
    }

    /// Like [#perMille], but never once the faults have ended.
    public boolean fault(int chances) {
        return perMille(chances) && faults;
    }

    public <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    public void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    public void endFaults() {
        faults = false;
    }

    public boolean faultsGoOn() {
        return faults;
    }

    /// Throws now and then, as a store or a broker does that went away.
    public void mayFail(int chances) {
        if (fault(chances)) {
            throw new Outage();
        }
    }

    /// Says nothing about what was done before it.
    public static final class Outage extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Outage() {
            super("outage", null, false, false);
        }
    }
}
