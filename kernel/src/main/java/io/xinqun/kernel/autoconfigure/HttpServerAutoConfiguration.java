package io.xinqun.kernel.autoconfigure;

import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.problem.ProblemTranslation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServer;

/// The HTTP server under every program.
@AutoConfiguration
@ConditionalOnClass({HttpServer.class, NettyServerCustomizer.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class HttpServerAutoConfiguration {

    /// Begins each request as a task of its own on its connection's thread. Without that, Reactor
    /// Netty 1.3.7 stops reading a connection for ever when a request arrives just before the one
    /// before it has ended and is answered at once, as every refusal is. Source: reactor-netty
    /// issue 4361, gone in 1.3.8, whose Netty is not fully published.
    @Bean
    NettyServerCustomizer requestsBeginLater() {
        return HttpServerAutoConfiguration::beginLater;
    }

    /// A caller who is gone before the request has come whole gets no answer, and nothing is wrong
    /// here that somebody should look at.
    @Bean
    ProblemTranslation callerIsGone() {
        return thrown ->
                thrown instanceof AbortedException
                        ? new Problem(
                                CommonProblem.MALFORMED_BODY,
                                "The connection ended before the request did",
                                thrown)
                        : null;
    }

    static HttpServer beginLater(HttpServer server) {
        return server.mapHandle((handling, connection) ->
                handling.subscribeOn(Schedulers.fromExecutor(connection.channel().eventLoop())));
    }
}
