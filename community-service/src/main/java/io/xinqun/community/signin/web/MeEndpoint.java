package io.xinqun.community.signin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.xinqun.community.model.account.Account;
import io.xinqun.community.model.account.AccountRole;
import io.xinqun.community.model.account.Accounts;
import io.xinqun.community.model.account.Curator;
import io.xinqun.community.model.account.WechatUser;
import io.xinqun.kernel.problem.CommonProblem;
import io.xinqun.kernel.problem.Problem;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who I am.
@Tag(name = "sign-in")
@RestController
class MeEndpoint {

    private final Accounts accounts;
    private final PersonalData personalData;

    MeEndpoint(Accounts accounts, PersonalData personalData) {
        this.accounts = accounts;
        this.personalData = personalData;
    }

    /// `openId` is the caller's own, which WeChat's payment asks for; nobody else gets it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeResponse(
            String id,
            List<String> roles,
            @Nullable String supplier,
            @Nullable CuratorResponse curator,
            @Nullable String openId,
            Instant createdAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CuratorResponse(String status, @Nullable String secondLevel, Instant since) {}

    @Operation(summary = "My account")
    @ApiResponse(responseCode = "200", description = "What the platform knows about me")
    @ApiResponse(responseCode = "401", description = "`not-signed-in`")
    @ApiResponse(responseCode = "404", description = "`not-found`: the account is gone")
    @GetMapping("/api/v1/me")
    Mono<MeResponse> me(@Parameter(hidden = true) Caller caller) {
        return accounts.find(caller.account())
                .map(this::response)
                .switchIfEmpty(
                        Mono.error(() -> new Problem(CommonProblem.NOT_FOUND, "No such account")));
    }

    private MeResponse response(Account account) {
        Curator curator = account.curator();
        WechatUser wechat = account.wechat();
        return new MeResponse(
                account.id(),
                account.roles().stream().map(AccountRole::code).sorted().toList(),
                account.supplier(),
                curator == null
                        ? null
                        : new CuratorResponse(
                                curator.status().code(), curator.secondLevel(), curator.since()),
                wechat == null ? null : personalData.open(wechat.sealedOpenId()),
                account.createdAt());
    }
}
