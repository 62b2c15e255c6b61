package io.xinqun.commission.proof.client;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import io.xinqun.commission.proof.ProviderBooks;
import io.xinqun.commission.proof.ProviderLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/// WeChat's trade bill through the official SDK, line by line as it is downloaded; at its end the
/// digest is compared with the one that was announced.
///
/// Errors: [ProviderBooksUnavailable] also for a day without a bill and for a wrong digest.
public final class WechatBills implements ProviderBooks {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /// WeChat streams a bill of a million lines in some seconds; a stall is longer than this.
    private static final Duration READ = Duration.ofSeconds(20);

    private final BillDownloadServiceExtension bills;

    public WechatBills(WechatSettings settings) {
        RSAPublicKeyConfig config =
                new RSAPublicKeyConfig.Builder()
                        .merchantId(settings.merchantId())
                        .merchantSerialNumber(settings.merchantSerial())
                        .privateKeyFromPath(settings.merchantPrivateKey().toString())
                        .publicKeyId(settings.publicKeyId())
                        .publicKeyFromPath(settings.publicKey().toString())
                        .apiV3Key(settings.apiV3Key())
                        .build();
        HttpClient client =
                new DefaultHttpClientBuilder()
                        .config(config)
                        .connectTimeoutMs((int) CONNECT.toMillis())
                        .readTimeoutMs((int) READ.toMillis())
                        .build();
        String base = settings.baseUrl();
        if (base != null && !base.isBlank()) {
            client = new RebasedHttpClient(client, URI.create(base));
        }
        // `config` brings the decryptor and a client of its own, so ours comes after it.
        this.bills =
                new BillDownloadServiceExtension.Builder()
                        .config(config)
                        .httpClient(client)
                        .build();
    }

    @Override
    public Flux<ProviderLine> of(LocalDate day) {
        return Flux.using(
                        () -> open(day), bill -> Flux.generate(() -> bill, Bill::next), Bill::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Bill open(LocalDate day) {
        GetTradeBillRequest request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        try {
            return new Bill(bills.getTradeBill(request));
        } catch (WechatPayException away) {
            throw unavailable(away);
        }
    }

    private static ProviderBooksUnavailable unavailable(Throwable away) {
        return new ProviderBooksUnavailable(away.getClass().getSimpleName(), away);
    }

    /// A bill that is being read.
    private static final class Bill {

        private final DigestBillEntity entity;
        private final BufferedReader reader;
        private final TradeBillFormat format;

        private Bill(DigestBillEntity entity) {
            this.entity = entity;
            this.reader =
                    new BufferedReader(
                            new InputStreamReader(entity.getInputStream(), StandardCharsets.UTF_8));
            this.format = new TradeBillFormat(String.valueOf(readLine()));
        }

        private Bill next(SynchronousSink<ProviderLine> sink) {
            @Nullable String line = readLine();
            if (line != null && format.isLine(line)) {
                sink.next(format.parse(line));
            } else {
                finish(line, sink);
            }
            return this;
        }

        private void finish(@Nullable String line, SynchronousSink<?> sink) {
            String rest = line;
            while (rest != null) {
                rest = readLine();
            }
            if (entity.verifyHash()) {
                sink.complete();
            } else {
                sink.error(
                        new ProviderBooksUnavailable(
                                "the bill is not what was announced", new IOException("digest")));
            }
        }

        private @Nullable String readLine() {
            try {
                return reader.readLine();
            } catch (IOException away) {
                throw unavailable(away);
            }
        }

        private void close() {
            try {
                reader.close();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }
}
