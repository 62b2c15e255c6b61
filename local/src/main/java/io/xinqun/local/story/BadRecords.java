package io.xinqun.local.story;

import io.xinqun.local.story.records.RecordsPlay;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;

/// Every kind of bad record in every topic that is consumed, as [RecordsPlay] plays it.
final class BadRecords implements Story {

    @Override
    public String name() {
        return "bad-records";
    }

    @Override
    public String summary() {
        return "every kind of bad record in every partition of every topic that is consumed";
    }

    @Override
    public void play(Stage stage) {
        new RecordsPlay(stage).play();
    }
}
