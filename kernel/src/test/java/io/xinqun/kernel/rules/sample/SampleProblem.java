package io.xinqun.kernel.rules.sample;

import io.xinqun.kernel.problem.ProblemType;
import org.springframework.http.HttpStatus;

public enum SampleProblem implements ProblemType {
    TOO_MANY;

    @Override
    public String code() {
        return "too-many";
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.CONFLICT;
    }

    @Override
    public String english() {
        return "Too many";
    }

    @Override
    public String chinese() {
        return "太多";
    }
}
