package io.xinqun.local.wechat;

import java.nio.file.Path;
import java.util.Map;

/// What the simulator is started with.
///
/// Shape: `hurry` divides the pauses between notifications of the real WeChat.
public record SimulatorSettings(int port, Path dataDirectory, WechatKeys keys, int hurry) {
    /// 15 seconds become 150 milliseconds.
    private static final String USUAL_HURRY = "100";

    private static final String USUAL_PORT = "8090";

    public static SimulatorSettings from(Map<String, String> environment) {
        return new SimulatorSettings(
                Integer.parseInt(environment.getOrDefault("XINQUN_PORT", USUAL_PORT)),
                Path.of(environment.getOrDefault("XINQUN_DATA_DIRECTORY", "wechat-simulator")),
                WechatKeys.from(environment),
                Integer.parseInt(environment.getOrDefault("XINQUN_SIMULATOR_HURRY", USUAL_HURRY)));
    }
}
