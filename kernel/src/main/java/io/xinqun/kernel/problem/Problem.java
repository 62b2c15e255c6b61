package io.xinqun.kernel.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A request cannot be answered as wished. Becomes `application/problem+json` (RFC 9457) with the
/// type's stable code.
///
/// Shape: `detail` says what is wrong with this request, without personal data; further members are
/// for programs.
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> RESERVED =
            Set.of("type", "title", "status", "detail", "code", "instance", "correlationId");

    private final transient ProblemType type;
    private final String detail;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail) {
        super(type.code() + ": " + detail);
        this.type = type;
        this.detail = detail;
    }

    public Problem(ProblemType type, String detail, Throwable cause) {
        this(type, detail);
        initCause(cause);
    }

    public Problem with(String member, Object value) {
        if (RESERVED.contains(member)) {
            throw new IllegalArgumentException("every problem already has a member " + member);
        }
        members.put(member, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public Map<String, ?> members() {
        return Collections.unmodifiableMap(members);
    }
}
