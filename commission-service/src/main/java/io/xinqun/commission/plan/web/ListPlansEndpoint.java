package io.xinqun.commission.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.xinqun.commission.plan.Plan;
import io.xinqun.commission.plan.Plans;
import io.xinqun.kernel.page.Cursor;
import io.xinqun.kernel.page.Page;
import io.xinqun.kernel.page.PageSize;
import io.xinqun.kernel.security.Caller;
import io.xinqun.kernel.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ListPlansEndpoint {

    private final Plans plans;

    ListPlansEndpoint(Plans plans) {
        this.plans = plans;
    }

    @Operation(summary = "All commission plans with their versions")
    @ApiResponse(responseCode = "200", description = "A page of plans by id")
    @ApiResponse(responseCode = "400", description = "`invalid-request`: cursor or limit")
    @ApiResponse(responseCode = "403", description = "`forbidden`: operators only")
    @GetMapping("/api/v1/operator/plans")
    Mono<Page<PlanResponse>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            PageSize limit) {
        caller.require(Role.OPERATOR);
        String after = cursor == null ? null : Cursor.decode(cursor).getFirst();
        return plans.list(after, limit.value() + 1)
                .collectList()
                .map(found -> page(found, limit.value()).map(PlanResponse::of));
    }

    /// One more than asked for was read, to know whether there is more.
    private static Page<Plan> page(List<Plan> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<Plan> items = found.subList(0, limit);
        return new Page<>(items, Cursor.encode(items.getLast().id()));
    }
}
