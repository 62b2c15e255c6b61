package io.xinqun.local.demo;

import io.xinqun.local.demo.DemoPeople.CommunityOfDemo;
import io.xinqun.local.demo.DemoPeople.CuratorOfDemo;
import io.xinqun.local.demo.DemoPeople.SupplierOfGoods;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.cast.Curator;
import io.xinqun.local.story.cast.FeedItem;
import io.xinqun.local.story.cast.Goods;
import io.xinqun.local.story.cast.Market;
import io.xinqun.local.story.cast.Operator;
import io.xinqun.local.story.cast.Supplier;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.wechat.WechatControl;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills a new system with things to look at, through the public API only.
///
/// State: deterministic, and made to be loaded again: keys and versions are fixed, so a second load
/// finds everything as it is.
final class DemoData {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    /// 8 % for the curator who recommended, 2 % for the one above.
    private static final int LEVEL_1 = 800;

    private static final int LEVEL_2 = 200;
    private static final int WINDOW_DAYS = 30;
    private static final int LINKS_EACH = 3;

    private final Gateway gateway;
    private final WechatControl wechat;
    private final Operator operator;

    DemoData(Gateway gateway, WechatControl wechat, Operator operator) {
        this.gateway = gateway;
        this.wechat = wechat;
        this.operator = operator;
    }

    void load() {
        operator.platformPlan(LEVEL_1, LEVEL_2);
        operator.referralPolicy("last-touch", WINDOW_DAYS);
        List<Goods> goods = goods();
        List<Curator> curators = curators();
        List<String> communities = communities(curators);
        List<String> codes = shareLinks(curators, communities, goods);
        consumers(communities, codes);
    }

    private List<Goods> goods() {
        DemoProducts products = new DemoProducts();
        Market market = new Market(operator, operator.person());
        List<Goods> all = new ArrayList<>();
        for (SupplierOfGoods made : DemoPeople.SUPPLIERS) {
            Supplier supplier = operator.openSupplier(made.login(), made.name());
            List<FeedItem> items = products.of(made.login());
            all.addAll(market.putUp(supplier, "demo-" + made.login(), items));
            LOG.info(
                    "supplier {} (login {}, id {}): {} products on sale",
                    made.name(),
                    made.login(),
                    supplier.id(),
                    items.size());
        }
        LOG.info("{} products of {} in the table are on sale", all.size(), products.count());
        return all;
    }

    private List<Curator> curators() {
        List<Curator> all = new ArrayList<>();
        for (CuratorOfDemo person : DemoPeople.CURATORS) {
            Buyer before = Buyer.signIn(gateway, wechat, person.openId());
            String above = person.above() < 0 ? "" : all.get(person.above()).account();
            operator.makeCurator(before.account(), above);
            Buyer after = Buyer.signIn(gateway, wechat, person.openId());
            all.add(new Curator(after.person(), after.account()));
            LOG.info("curator {} ({}): {}", person.name(), person.openId(), after.account());
        }
        return all;
    }

    private static List<String> communities(List<Curator> curators) {
        List<String> all = new ArrayList<>();
        for (CommunityOfDemo made : DemoPeople.COMMUNITIES) {
            String id =
                    curators.get(made.owner())
                            .found(
                                    "demo-" + made.key(),
                                    new Curator.Plan(
                                            made.name(),
                                            made.kind(),
                                            made.purpose(),
                                            made.admission()));
            all.add(id);
            LOG.info("community {} ({}, {}): {}", made.name(), made.kind(), made.admission(), id);
        }
        return all;
    }

    /// Each curator recommends some products into the community that is nearest.
    private static List<String> shareLinks(
            List<Curator> curators, List<String> communities, List<Goods> goods) {
        List<String> codes = new ArrayList<>();
        for (int curator = 0; curator < curators.size(); curator++) {
            String community = owned(curator, communities);
            for (int link = 0; link < LINKS_EACH; link++) {
                Goods article = goods.get((curator * 7 + link * 11) % goods.size());
                String channel = community.isEmpty() ? "friend" : "group";
                codes.add(curators.get(curator).share(article.product(), community, channel));
                LOG.info(
                        "share link {}: {} by {}",
                        codes.getLast(),
                        article.name(),
                        DemoPeople.CURATORS.get(curator).name());
            }
        }
        return codes;
    }

    private static String owned(int curator, List<String> communities) {
        for (int index = 0; index < communities.size(); index++) {
            if (DemoPeople.COMMUNITIES.get(index).owner() == curator) {
                return communities.get(index);
            }
        }
        return "";
    }

    private void consumers(List<String> communities, List<String> codes) {
        for (int number = 1; number <= DemoPeople.CONSUMERS; number++) {
            Buyer consumer = Buyer.signIn(gateway, wechat, "demo-consumer-" + number);
            consumer.join(communities.get(number % communities.size()));
            consumer.visit(codes.get(number % codes.size()));
        }
        LOG.info("{} consumers have joined and opened links", DemoPeople.CONSUMERS);
    }
}
