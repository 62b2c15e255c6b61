package io.xinqun.community.model.referral;

/// What a touch does to a consumer's binding.
public sealed interface BindingDecision {

    /// The binding that counts from now on.
    Binding binding();

    /// The touch makes a new version.
    record Bound(Binding binding) implements BindingDecision {}

    /// The touch changes nothing.
    record Kept(Binding binding) implements BindingDecision {}
}
