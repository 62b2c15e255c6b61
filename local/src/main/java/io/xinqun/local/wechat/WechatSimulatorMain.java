package io.xinqun.local.wechat;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the WeChat simulator as a program of its own and keeps it until it is stopped.
public final class WechatSimulatorMain {
    private static final Logger LOG = LoggerFactory.getLogger(WechatSimulatorMain.class);

    private WechatSimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        WechatSimulator simulator =
                WechatSimulator.start(SimulatorSettings.from(System.getenv()), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
        LOG.info("WeChat simulator at {}", simulator.address());
        // The server's own threads are daemons and would let the program end at once.
        new CountDownLatch(1).await();
    }
}
