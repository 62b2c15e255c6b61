package io.xinqun.catalog;

import io.xinqun.kernel.problem.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// What can be wrong with a request to the catalog, beyond what every program has.
public enum CatalogProblem implements ProblemType {
    UNKNOWN_SUPPLIER(HttpStatus.FORBIDDEN, "No such supplier", "供应商不存在"),
    SUPPLIER_SUSPENDED(HttpStatus.FORBIDDEN, "The supplier is suspended", "供应商已被停用"),
    FEED_KEY_INVALID(HttpStatus.BAD_REQUEST, "This is no Ed25519 public key", "不是有效的 Ed25519 公钥"),
    FEED_KEY_TAKEN(HttpStatus.CONFLICT, "This key id names another key", "该密钥编号已被使用"),
    TOO_MANY_FEED_KEYS(HttpStatus.CONFLICT, "There are enough feed keys", "推送密钥数量已达上限"),
    NOT_ON_SALE(HttpStatus.CONFLICT, "The product was never on sale", "商品未上架");

    private final HttpStatus status;
    private final String english;
    private final String chinese;

    CatalogProblem(HttpStatus status, String english, String chinese) {
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
