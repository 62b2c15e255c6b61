package io.xinqun.commission.proof;

import java.time.LocalDate;
import reactor.core.publisher.Flux;

/// The payment provider's own books.
///
/// Errors: [ProviderBooksUnavailable] when they cannot be read, or not to their end.
public interface ProviderBooks {

    /// Every payment and refund of a business day, in the provider's order, as a stream.
    Flux<ProviderLine> of(LocalDate day);

    /// The books cannot be read now; nothing is known about them.
    final class ProviderBooksUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        public ProviderBooksUnavailable(String reason, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }
}
