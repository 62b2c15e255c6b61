package io.xinqun.community.model.community;

import java.util.List;

/// What a community says about itself.
///
/// Shape: name 1..40, rules 0..2,000 characters, 0..20 tags of 1..20; callers check the lengths.
public record CommunityProfile(
        String name,
        CommunityKind kind,
        Purpose purpose,
        Admission admission,
        int capacity,
        List<String> tags,
        String rules) {

    /// A community of more people is no longer one whose members know each other; it also bounds
    /// the recount of seats.
    public static final int MAXIMUM_CAPACITY = 10_000;

    public CommunityProfile {
        tags = List.copyOf(tags);
        if (capacity < 1 || capacity > MAXIMUM_CAPACITY) {
            throw new IllegalArgumentException("a community has 1 to 10,000 seats: " + capacity);
        }
    }
}
