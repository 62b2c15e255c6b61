package io.xinqun.catalog.onboarding.web;

import io.xinqun.catalog.model.product.CleanText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Who the supplier is.
public record CreateSupplierRequest(@NotNull @NotBlank @Size(max = 80) String name) {

    @AssertTrue(message = "control, invisible and direction characters are not allowed")
    boolean isNameClean() {
        return name == null || CleanText.isLine(name);
    }
}
