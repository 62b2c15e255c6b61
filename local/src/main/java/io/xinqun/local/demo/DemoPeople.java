package io.xinqun.local.demo;

import java.util.List;

/// Who is in the demo: suppliers, curators with who is above them, communities.
final class DemoPeople {
    /// Consumers of the demo; each is a WeChat user `demo-consumer-N`.
    static final int CONSUMERS = 40;

    record SupplierOfGoods(String login, String name) {}

    /// `above` is the index of the curator of the second level, or -1.
    record CuratorOfDemo(String openId, String name, int above) {}

    /// `owner` is the index of the curator who founds it.
    record CommunityOfDemo(
            String key, String name, String kind, String purpose, String admission, int owner) {}

    static final List<SupplierOfGoods> SUPPLIERS =
            List.of(
                    new SupplierOfGoods("wuling", "武陵山农产合作社"),
                    new SupplierOfGoods("nanshan", "南山日用百货"),
                    new SupplierOfGoods("zhishi", "知时文化与到家服务"));

    static final List<CuratorOfDemo> CURATORS =
            List.of(
                    new CuratorOfDemo("demo-curator-1", "林月", -1),
                    new CuratorOfDemo("demo-curator-2", "陈立", 0),
                    new CuratorOfDemo("demo-curator-3", "周青", 0),
                    new CuratorOfDemo("demo-curator-4", "吴桐", -1),
                    new CuratorOfDemo("demo-curator-5", "郑禾", 3),
                    new CuratorOfDemo("demo-curator-6", "王澄", -1));

    static final List<CommunityOfDemo> COMMUNITIES =
            List.of(
                    new CommunityOfDemo("riverside", "滨江邻里好物", "sharing", "selling", "open", 0),
                    new CommunityOfDemo("first-tea", "喝茶的人", "product", "selling", "open", 1),
                    new CommunityOfDemo(
                            "new-curators", "新团长学习营", "training", "operating", "application", 3),
                    new CommunityOfDemo("parents", "周末亲子", "sharing", "operating", "open", 5));

    private DemoPeople() {}
}
