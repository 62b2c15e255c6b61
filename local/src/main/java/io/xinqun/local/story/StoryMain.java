package io.xinqun.local.story;

import io.xinqun.local.launcher.Fleet;
import io.xinqun.local.launcher.FleetOptions;
import io.xinqun.local.network.Network;
import io.xinqun.local.story.cast.Buyer;
import io.xinqun.local.story.client.Gateway;
import io.xinqun.local.story.evidence.Hidden;
import io.xinqun.local.story.fault.Troubles;
import io.xinqun.local.story.stage.Narrator;
import io.xinqun.local.story.stage.Stage;
import io.xinqun.local.story.stage.Story;
import io.xinqun.local.wechat.WechatControl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Plays stories through a system of its own: `list`, names, `all` (in their long form) or `test`
/// (all in the short form), and options `--seed N`, `--long`, `--file PATH`.
///
/// Stories that need the same programs share one system. The last line counts what was checked; the
/// status is 0 only when nothing was lost.
public final class StoryMain {
    private static final List<Story> ALL =
            Stream.of(
                            Stream.of(
                                    new FirstOrder(),
                                    new Seen(),
                                    new Duplicates(),
                                    new BadInput(),
                                    new Fuzzed(),
                                    new WhoMay(),
                                    new ShopExport(),
                                    new Links(),
                                    new SoldOut("sold-out", Map.of()),
                                    new Unpaid(),
                                    new SoldOut("sold-out-twice", Story.TWO_OF_EACH)),
                            Troubles.stories().stream(),
                            // Nobody can read the topics behind it.
                            Stream.of(new BadRecords()))
                    .<Story>flatMap(stories -> stories)
                    .toList();

    /// Far from a running copy and from other checkouts with a small offset.
    private static final int PORTS = 7_000;

    private final Narrator narrator = new Narrator();
    private final Clock clock = Clock.systemUTC();
    private boolean keep;
    private boolean running;

    private StoryMain() {}

    public static void main(String[] arguments) {
        System.exit(new StoryMain().run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        List<String> names = new ArrayList<>();
        long seed = clock.millis();
        String file = "";
        boolean isLong = arguments.contains("all");
        for (int index = 0; index < arguments.size(); index++) {
            switch (arguments.get(index)) {
                case "--seed" -> seed = Long.parseLong(arguments.get(++index));
                case "--long" -> isLong = true;
                case "--keep" -> keep = true;
                case "--running" -> running = true;
                case "--file" -> file = arguments.get(++index);
                default -> names.add(arguments.get(index));
            }
        }
        List<Story> chosen = chosen(names);
        if (chosen.isEmpty()) {
            return list(names);
        }
        Stage.Arguments given = new Stage.Arguments(seed, file, isLong);
        chosen.stream()
                .map(Setting::of)
                .distinct()
                .forEach(setting ->
                        play(
                                setting,
                                chosen.stream()
                                        .filter(story -> Setting.of(story).equals(setting))
                                        .toList(),
                                given));
        narrator.counts();
        return narrator.allPassed() ? 0 : 1;
    }

    /// What a system must be like; stories that need the same share one.
    private record Setting(Map<String, Integer> instances, boolean network) {

        static Setting of(Story story) {
            return new Setting(story.instances(), story.needsNetwork());
        }
    }

    private void play(Setting setting, List<Story> stories, Stage.Arguments given) {
        try (Network network = new Network(given.seed())) {
            Fleet fleet = fleet(setting, network);
            try (Gateway gateway = new Gateway(fleet.gateway())) {
                Running system = new Running(fleet, network, gateway, new Hidden());
                stories.forEach(story -> attempt(story, stage(story, system, given)));
                searchLogs(system);
            } finally {
                if (keep) {
                    fleet.leaveRunning();
                } else {
                    fleet.close();
                }
            }
        } catch (RuntimeException cause) {
            narrator.broken("the system", cause);
        }
    }

    private Fleet fleet(Setting setting, Network network) {
        FleetOptions options = options(setting.instances());
        if (running) {
            return Fleet.running(options);
        }
        return setting.network() ? Fleet.start(options, network) : Fleet.start(options);
    }

    /// A system and what its stories must not find in its logs.
    private record Running(Fleet fleet, Network network, Gateway gateway, Hidden hidden) {}

    private Stage stage(Story story, Running system, Stage.Arguments given) {
        narrator.title(story.name(), story.summary());
        return new Stage(
                system.fleet(),
                system.network(),
                system.gateway(),
                new WechatControl(system.fleet().wechat().toString()),
                narrator,
                given,
                system.hidden(),
                Long.toString(clock.millis(), Character.MAX_RADIX));
    }

    /// Whatever was played, and however it ended.
    private void searchLogs(Running system) {
        narrator.title("logs", "nothing in them tells who somebody is, or opens a door");
        Hidden hidden = system.hidden();
        Buyer.address()
                .properties()
                .forEach(part -> hidden.add("address", part.getValue().asString()));
        hidden.addKeys(system.fleet().keys().directory());
        narrator.checkEqual(
                hidden.size() + " secrets, shown in the logs",
                List.of(),
                hidden.shownIn(system.fleet().directory().resolve("logs")));
    }

    /// The edge of a story: whatever ends it is told and counted, and the next one is played.
    private void attempt(Story story, Stage stage) {
        try {
            story.play(stage);
        } catch (RuntimeException cause) {
            narrator.broken(story.name(), cause);
        }
    }

    private static List<Story> chosen(List<String> names) {
        if (names.contains("all") || names.contains("test")) {
            return ALL;
        }
        return ALL.stream().filter(story -> names.contains(story.name())).toList();
    }

    private int list(List<String> names) {
        ALL.forEach(story -> narrator.line("%-16s %s".formatted(story.name(), story.summary())));
        boolean asked = names.isEmpty() || names.contains("list");
        if (!asked) {
            narrator.line("There is no story " + names);
        }
        return asked ? 0 : 2;
    }

    private static FleetOptions options(Map<String, Integer> instances) {
        String root = System.getenv().getOrDefault("XINQUN_ROOT", ".");
        String offset = System.getenv().getOrDefault("XINQUN_PORT_OFFSET", "");
        int base = offset.isBlank() ? 0 : Integer.parseInt(offset);
        Path directory = Path.of(root, ".xinqun", "story" + (base == 0 ? "" : "-" + base));
        return new FleetOptions(directory, base + PORTS, instances, true, false);
    }
}
