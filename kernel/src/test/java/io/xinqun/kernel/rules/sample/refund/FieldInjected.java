package io.xinqun.kernel.rules.sample.refund;

import org.springframework.beans.factory.annotation.Autowired;

public class FieldInjected {

    @Autowired private Runnable collaborator;
}
