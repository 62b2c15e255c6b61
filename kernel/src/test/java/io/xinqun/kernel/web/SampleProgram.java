package io.xinqun.kernel.web;

import io.xinqun.kernel.idempotency.IdempotencyKey;
import io.xinqun.kernel.money.Fen;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.PublicPath;
import io.xinqun.kernel.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// A small program on the kernel, as any service is one.
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SampleProgram.SampleEndpoint.class)
class SampleProgram {

    enum Kind {
        GOODS,
        SERVICE
    }

    record Line(
            @NotBlank @Pattern(regexp = "[a-z0-9-]*|x+| *") String sku, @Positive int quantity) {}

    record Order(
            @NotNull Fen price,
            long count,
            boolean gift,
            Kind kind,
            @Nullable Instant at,
            @Valid @NotEmpty List<Line> lines) {}

    @Bean
    PublicPath openEcho() {
        return new PublicPath(HttpMethod.POST, "/api/open/orders");
    }

    @Bean
    PublicPath openReads() {
        return new PublicPath(HttpMethod.GET, "/api/open/**");
    }

    @RestController
    static class SampleEndpoint {

        @PostMapping(
                path = "/api/open/orders",
                consumes = MediaType.APPLICATION_JSON_VALUE,
                produces = MediaType.APPLICATION_JSON_VALUE)
        Mono<Order> echo(@Valid @RequestBody Order order) {
            return Mono.just(order);
        }

        @GetMapping("/api/open/items/{number}")
        String item(
                @PathVariable long number,
                @RequestParam(defaultValue = "1") @Positive int count,
                @RequestParam(required = false) @Nullable Kind kind) {
            return number + ":" + count + ":" + kind;
        }

        @GetMapping("/api/open/required")
        String required(@RequestParam String name, @RequestHeader("X-Sample") String header) {
            return name + header;
        }

        @GetMapping("/api/open/fails/{how}")
        Mono<String> fails(@PathVariable String how) {
            return Mono.error(
                    switch (how) {
                        case "bug" -> new IllegalStateException("secret detail");
                        case "status" -> new ResponseStatusException(HttpStatus.GONE, "secret");
                        case "money" -> overflow();
                        case "lag" ->
                                new Problem(CommonProblem.NOT_KNOWN_YET, "sku s-1")
                                        .with("sku", "s-1");
                        default -> new Problem(CommonProblem.CONFLICT, "no").with("seen", 7);
                    });
        }

        @GetMapping("/api/open/visitor")
        String visitor(@Nullable Caller caller) {
            return caller == null ? "nobody" : caller.account();
        }

        @GetMapping("/api/me")
        String me(Caller caller) {
            return caller.account() + caller.roles() + caller.supplier();
        }

        @GetMapping("/api/operator")
        String operator(Caller caller) {
            return caller.require(Role.OPERATOR).account();
        }

        @PostMapping("/api/intents")
        String intent(IdempotencyKey key) {
            return key.value();
        }

        @GetMapping("/api/open/pages")
        Page<String> page(PageSize size, @RequestParam(required = false) @Nullable String cursor) {
            List<String> from = cursor == null ? List.of("0") : Cursor.decode(cursor);
            return new Page<>(List.of(from.getFirst()), Cursor.encode("" + size.value()));
        }

        private static RuntimeException overflow() {
            try {
                Fen.of(Long.MAX_VALUE).plus(Fen.of(1));
                return new IllegalStateException("did not overflow");
            } catch (ArithmeticException overflow) {
                return overflow;
            }
        }
    }
}
