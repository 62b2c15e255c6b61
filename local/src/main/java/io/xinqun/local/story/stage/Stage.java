package io.xinqun.local.story.stage;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.network.Network;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Curator;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.evidence.Hidden;
import io.xinqun.local.wechat.WechatControl;
import java.util.Map;

/// The running system with the lines inside it, its door, WeChat's side of it, and who plays.
///
/// Shape: `run` is new for each play, so that names and keys never meet those of an earlier one;
/// `hidden` is what no log may show in the end.
public record Stage(
        Fleet fleet,
        Network network,
        Gateway gateway,
        WechatControl wechat,
        Narrator narrator,
        Arguments arguments,
        Hidden hidden,
        String run) {

    /// What was said on the command line. The long form of a story has more people and more
    /// trouble.
    public record Arguments(long seed, String file, boolean isLong) {}

    public Operator operator() {
        Map<String, String> client = fleet.clientEnvironment();
        return Operator.signIn(
                gateway,
                client.getOrDefault("XINQUN_OPERATOR_LOGIN", "operator"),
                client.getOrDefault("XINQUN_OPERATOR_PASSWORD", ""));
    }

    /// Somebody with a name of this play only, signed in through WeChat.
    public Buyer buyer(String name) {
        hidden.add("openid", named(name));
        return Buyer.signIn(gateway, wechat, named(name));
    }

    /// One of many: with a token made here, because signing hundreds in is another story.
    public Buyer passerBy(int number) {
        String account = named("passer-by-" + number);
        return new Buyer(gateway.as(fleet.token("consumer", account)), account, account);
    }

    /// Signs somebody in, has the operator make them a curator, and signs them in again.
    public Curator curator(Operator operator, String name, String second) {
        Buyer before = buyer(name);
        operator.makeCurator(before.account(), second);
        Buyer after = buyer(name);
        return new Curator(after.person(), after.account());
    }

    /// A name that no earlier play has used.
    public String named(String name) {
        return name + "-" + run;
    }
}
