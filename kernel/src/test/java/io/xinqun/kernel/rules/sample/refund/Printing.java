package io.xinqun.kernel.rules.sample.refund;

public class Printing {

    void print() {
        System.out.println("printed");
    }
}
