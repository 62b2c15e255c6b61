package io.xinqun.commission;

import io.xinqun.kernel.problem.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Problems that only this service has.
public enum CommissionProblem implements ProblemType {

    /// The law-cautious configuration of this deployment pays fewer levels.
    PLAN_LEVEL_NOT_ALLOWED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This deployment does not pay a second level",
            "本平台不支持二级佣金"),
    PLAN_PAYS_TOO_MUCH(
            HttpStatus.UNPROCESSABLE_CONTENT, "The plan pays more than the limit", "佣金超过上限"),
    PLAN_SCOPE_FIXED(
            HttpStatus.UNPROCESSABLE_CONTENT, "The scope of a plan never changes", "佣金方案的适用范围不可变更"),
    PLAN_VERSION_NOT_LATER(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A version is active later than the one before it",
            "新版本的生效时间必须晚于上一版本"),
    PLAN_BACKDATED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A plan begins now or later, never in the past",
            "生效时间不能早于当前时间"),
    PLAN_DATE_TAKEN(
            HttpStatus.CONFLICT,
            "Another plan of the scope begins at that moment",
            "同一适用范围在该时间已有其他方案生效"),
    PLAN_HAS_NO_DRAFT(HttpStatus.CONFLICT, "The plan has no draft", "佣金方案没有草稿"),
    PLAN_DRAFT_CHANGED(HttpStatus.CONFLICT, "The draft is not the one you saw", "草稿已被修改，请刷新后重试"),
    PLAN_FULL(HttpStatus.UNPROCESSABLE_CONTENT, "The plan has too many versions", "佣金方案版本过多"),
    PLAN_RETIRED(HttpStatus.CONFLICT, "The plan is retired", "佣金方案已停用");

    private final HttpStatus status;
    private final String english;
    private final String chinese;

    CommissionProblem(HttpStatus status, String english, String chinese) {
        this.status = status;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
