package io.xinqun.local.wechat;

import io.xinqun.local.wechat.api.BillApi;
import io.xinqun.local.wechat.api.ControlApi;
import io.xinqun.local.wechat.api.Merchant;
import io.xinqun.local.wechat.api.MiniProgramApi;
import io.xinqun.local.wechat.api.Notifier;
import io.xinqun.local.wechat.api.PayApi;
import io.xinqun.local.wechat.api.RefundApi;
import io.xinqun.local.wechat.books.Bill;
import io.xinqun.local.wechat.books.Books;
import io.xinqun.local.wechat.wire.Faults;
import io.xinqun.local.wechat.wire.MerchantCredential;
import io.xinqun.local.wechat.wire.Server;
import java.time.Clock;

/// WeChat on one machine: Pay v3, the mini-program's sign-in, and a control API for stories. It
/// signs, verifies and encrypts as the real one, with keys of its own.
///
/// State: its books are durable in the data directory; a restart goes on where it stopped.
public final class WechatSimulator implements AutoCloseable {
    private final Books books;
    private final Notifier notifier;
    private final Server server;

    private WechatSimulator(Books books, Notifier notifier, Server server) {
        this.books = books;
        this.notifier = notifier;
        this.server = server;
    }

    public static WechatSimulator start(SimulatorSettings settings, Clock clock) {
        WechatKeys keys = settings.keys();
        Merchant merchant =
                new Merchant(
                        keys.name("MERCHANT_ID"),
                        keys.name("APP_ID"),
                        keys.name("APP_SECRET"),
                        keys.name("API_V3_KEY"));
        MerchantCredential credential =
                new MerchantCredential(
                        merchant.id(),
                        keys.name("MERCHANT_SERIAL"),
                        keys.merchantPublicKey(),
                        clock);
        Server.Seal seal =
                new Server.Seal(keys.wechatPrivateKey(), keys.name("PUBLIC_KEY_ID"), clock);
        Faults faults = new Faults();
        Books books = new Books(settings.dataDirectory(), clock);
        Notifier notifier = new Notifier(seal, merchant.apiV3Key(), settings.hurry());
        MiniProgramApi users = new MiniProgramApi(merchant, clock);
        Server server = new Server(settings.port(), seal, faults);
        new PayApi(merchant, credential, books, clock).register(server);
        new RefundApi(credential, books, notifier, clock).register(server);
        new BillApi(credential, new Bill(books), clock).register(server);
        users.register(server);
        ControlApi.Wallet wallet = new ControlApi.Wallet(credential.key(), clock);
        new ControlApi(books, users, notifier, faults, wallet).register(server);
        server.start();
        return new WechatSimulator(books, notifier, server);
    }

    public String address() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        notifier.close();
        books.close();
    }
}
