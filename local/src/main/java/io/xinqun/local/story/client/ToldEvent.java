package io.xinqun.local.story.client;

import io.xinqun.local.wechat.wire.Json;
import java.util.ArrayList;
import java.util.List;

/// One server-sent event as it was read: its id, and its data as text.
public record ToldEvent(String id, String data) {

    /// A member of the data as text, "" if it is not there; `path` is a JSON pointer.
    public String text(String path) {
        return Json.read(data).at(path).asString("");
    }

    /// The events in the lines of a stream; comments, which keep the line open, are passed over.
    static List<ToldEvent> parse(List<String> lines) {
        List<ToldEvent> events = new ArrayList<>();
        String id = "";
        StringBuilder data = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty() && !data.isEmpty()) {
                events.add(new ToldEvent(id, data.toString()));
                data.setLength(0);
            }
        }
        return events;
    }
}
