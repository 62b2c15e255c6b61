package io.xinqun.local.story.client;

/// Something that a story says cannot happen has happened.
public final class StoryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoryFailure(String what) {
        super(what);
    }

    public StoryFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
