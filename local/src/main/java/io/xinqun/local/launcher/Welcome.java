package io.xinqun.local.launcher;

/// What a person is told when everything is ready: where it is and what to try.
final class Welcome {

    private final Fleet fleet;

    Welcome(Fleet fleet) {
        this.fleet = fleet;
    }

    String text(boolean detached) {
        String gateway = fleet.gateway().toString();
        String offset = fleet.options().portOffset() == 0 ? "" : script("");
        return """

        Xinqun is running.

          API          %1$s/api/v1
          API page     %1$s/docs
          WeChat       %2$s  (simulator)
          MongoDB      %3$s
          Kafka        %4$s
          Redis        %5$s
          Operator     login %6$s, password %7$s
          Logs         %8$s/logs

        Try
          curl -s '%1$s/api/v1/products?limit=3' | jq .
          curl -s -H "Authorization: Bearer $(%9$s./xinqun token operator)" %1$s/api/v1/operator/ledger/proof | jq .
          %9$s./xinqun story first-order

        """
                        .formatted(
                                gateway,
                                fleet.wechat(),
                                fleet.mongodbUri(),
                                fleet.kafka(),
                                fleet.redisUrl(),
                                io.xinqun.local.keys.LocalKeys.OPERATOR,
                                fleet.keys().operatorPassword(),
                                fleet.directory(),
                                offset)
                + (detached
                        ? script("./xinqun stop") + " ends it."
                        : "Ctrl-C stops everything that this has started.");
    }

    private String script(String command) {
        int offset = fleet.options().portOffset();
        return offset == 0 ? command : "XINQUN_PORT_OFFSET=" + offset + " " + command;
    }
}
