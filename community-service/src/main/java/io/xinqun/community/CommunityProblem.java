package io.xinqun.community;

import io.xinqun.kernel.problem.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Problems of this service, beside the common ones.
public enum CommunityProblem implements ProblemType {
    SIGN_IN_REFUSED(HttpStatus.UNAUTHORIZED, "This sign-in is not right", "登录信息不正确"),
    SIGN_IN_BLOCKED(HttpStatus.TOO_MANY_REQUESTS, "Too many failed sign-ins", "登录失败次数过多，请稍后再试"),
    CODE_REFUSED(HttpStatus.UNAUTHORIZED, "WeChat does not know this code", "微信登录凭证无效"),
    REFRESH_REFUSED(HttpStatus.UNAUTHORIZED, "This session is over, please sign in", "登录已失效，请重新登录"),
    ACCOUNT_SUSPENDED(HttpStatus.FORBIDDEN, "This account is suspended", "账号已停用"),
    LOGIN_TAKEN(HttpStatus.CONFLICT, "This login is taken", "登录名已被占用"),
    UNKNOWN_ACCOUNT(HttpStatus.UNPROCESSABLE_CONTENT, "There is no such account", "账号不存在"),
    NOT_A_CURATOR(HttpStatus.UNPROCESSABLE_CONTENT, "This account is no curator", "该账号不是甄选师"),
    UPLINE_CYCLE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The second level leads back to the curator",
            "上级关系形成循环"),
    UNKNOWN_COMMUNITY(
            HttpStatus.UNPROCESSABLE_CONTENT, "There is no such community of yours", "社群不存在"),
    COMMUNITY_FULL(HttpStatus.CONFLICT, "This community is full", "社群人数已满"),
    INVITATION_REQUIRED(
            HttpStatus.FORBIDDEN, "This community takes only those who are invited", "该社群仅限邀请加入"),
    OWN_COMMUNITY(HttpStatus.CONFLICT, "The owner is no member", "群主无需加入");

    private final HttpStatus status;
    private final String english;
    private final String chinese;

    CommunityProblem(HttpStatus status, String english, String chinese) {
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
