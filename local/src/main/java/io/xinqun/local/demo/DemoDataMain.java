package io.xinqun.local.demo;

import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.client.StoryFailure;
import io.xinqun.local.wechat.WechatControl;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads the demo data: the gateway's address as argument; the operator's login and WeChat's
/// address from the environment, as the launcher sets them.
public final class DemoDataMain {
    private static final Logger LOG = LoggerFactory.getLogger(DemoDataMain.class);

    private DemoDataMain() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        String address = arguments.length == 0 ? "http://127.0.0.1:8080" : arguments[0];
        int status = 0;
        try (Gateway gateway = new Gateway(URI.create(address))) {
            Operator operator =
                    Operator.signIn(
                            gateway,
                            environment.getOrDefault("XINQUN_OPERATOR_LOGIN", "operator"),
                            environment.getOrDefault("XINQUN_OPERATOR_PASSWORD", ""));
            WechatControl wechat =
                    new WechatControl(
                            environment.getOrDefault(
                                    "XINQUN_WECHAT_BASE_URL", "http://127.0.0.1:8090"));
            new DemoData(gateway, wechat, operator).load();
        } catch (StoryFailure failure) {
            LOG.error("The demo data could not be loaded: {}", failure.getMessage());
            status = 1;
        }
        System.exit(status);
    }
}
