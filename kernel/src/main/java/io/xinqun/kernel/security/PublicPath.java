package io.xinqun.kernel.security;

import org.springframework.http.HttpMethod;

/// Opens a path without a token; as a bean. Everything else under `/api` needs one. A token that is
/// sent nevertheless is checked, and a bad one is refused.
///
/// Shape: a Spring path pattern such as `/api/v1/products/{id}`.
public record PublicPath(HttpMethod method, String pattern) {}
