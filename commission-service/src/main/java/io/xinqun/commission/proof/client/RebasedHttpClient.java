package io.xinqun.commission.proof.client;

import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.HttpResponse;
import java.io.InputStream;
import java.net.URI;

/// Sends what the SDK addresses to WeChat's own hosts to another one, such as the simulator. The
/// signature covers path and query but not the host, so it stays right.
record RebasedHttpClient(HttpClient http, URI base) implements HttpClient {

    @Override
    public <T> HttpResponse<T> execute(HttpRequest request, Class<T> type) {
        HttpRequest rebased =
                new HttpRequest.Builder()
                        .httpMethod(request.getHttpMethod())
                        .url(rebased(request.getUri()))
                        .headers(request.getHeaders())
                        .body(request.getBody())
                        .build();
        return http.execute(rebased, type);
    }

    @Override
    public InputStream download(String url) {
        return http.download(rebased(URI.create(url)));
    }

    private String rebased(URI uri) {
        String query = uri.getRawQuery();
        return base.resolve(uri.getRawPath() + (query == null ? "" : "?" + query)).toString();
    }
}
