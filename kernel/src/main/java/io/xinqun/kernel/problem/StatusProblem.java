package io.xinqun.kernel.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// A 4xx that the framework answers and that has no name of its own here: the code is the status in
/// words (`uri-too-long`).
record StatusProblem(HttpStatus status) implements ProblemType {

    @Override
    public String code() {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return status.getReasonPhrase();
    }

    @Override
    public String chinese() {
        return "请求无法处理";
    }
}
