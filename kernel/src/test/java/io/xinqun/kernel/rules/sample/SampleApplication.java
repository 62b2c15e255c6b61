package io.xinqun.kernel.rules.sample;

public final class SampleApplication {

    public static final String NAME = String.valueOf("sample");

    private SampleApplication() {}
}
