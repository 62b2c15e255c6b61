package io.xinqun.kernel.rules.sample.refund;

import java.util.Map;

public class UntypedMap {

    int size(Map<String, Object> anything) {
        return anything.size();
    }
}
