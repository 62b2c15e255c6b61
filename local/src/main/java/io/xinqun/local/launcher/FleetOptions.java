package io.xinqun.local.launcher;

import io.xinqun.local.launcher.process.Compilers;
import io.xinqun.local.launcher.process.LaunchProblem;
import java.nio.file.Path;
import java.util.Map;

/// How one copy of the system is started.
///
/// @param directory holds data, keys, logs and process files of this copy
/// @param portOffset added to every port, so that copies run side by side
/// @param instances how many of a program, by its name; one of each that is not named, 0 for one
///   that somebody runs himself at its usual port, such as from an IDE
/// @param fresh throws the data of earlier runs away
/// @param quiet prints no progress
/// @param compilers how fast programs get in the long run, against how fast they start
/// @param recorded programs without a start-up cache write down what one would hold
public record FleetOptions(
        Path directory,
        int portOffset,
        Map<String, Integer> instances,
        boolean fresh,
        boolean quiet,
        Compilers compilers,
        boolean recorded) {

    /// Every port of the system with this added must stay a valid port.
    private static final int LARGEST_OFFSET = 30_000;

    /// An instance adds a hundred to its program's port; ten fit before other ports come.
    private static final int MOST_INSTANCES = 9;

    /// With the compilers that the environment asks for.
    public FleetOptions(
            Path directory,
            int portOffset,
            Map<String, Integer> instances,
            boolean fresh,
            boolean quiet) {
        this(directory, portOffset, instances, fresh, quiet, Compilers.wished(), false);
    }

    /// Checks the numbers and makes the folder absolute.
    public FleetOptions {
        directory = directory.toAbsolutePath().normalize();
        instances = Map.copyOf(instances);
        if (portOffset < 0 || portOffset > LARGEST_OFFSET) {
            throw new LaunchProblem("XINQUN_PORT_OFFSET must be 0 to " + LARGEST_OFFSET + ".");
        }
        instances.forEach(FleetOptions::checkInstances);
    }

    /// One of each program, data kept, nothing printed.
    public static FleetOptions in(Path directory, int portOffset) {
        return new FleetOptions(directory, portOffset, Map.of(), false, true);
    }

    /// The same with so many instances of a program.
    public FleetOptions with(String program, int count) {
        Map<String, Integer> more = new java.util.HashMap<>(instances);
        more.put(program, count);
        return new FleetOptions(directory, portOffset, more, fresh, quiet, compilers, recorded);
    }

    /// The same for a long load.
    public FleetOptions withBothCompilers() {
        return new FleetOptions(
                directory, portOffset, instances, fresh, quiet, Compilers.BOTH, recorded);
    }

    /// A new copy beside it, one of each program, which only writes down what start-up needs.
    FleetOptions recording(Path folder, int offset) {
        return new FleetOptions(folder, offset, Map.of(), true, true, compilers, true);
    }

    int count(String program) {
        return instances.getOrDefault(program, 1);
    }

    private static void checkInstances(String program, int count) {
        if (!Topology.SCALABLE.contains(program)) {
            throw new LaunchProblem(
                    "--instances knows " + Topology.SCALABLE + ", not \"" + program + "\".");
        }
        if (count < 0 || count > MOST_INSTANCES) {
            throw new LaunchProblem("--instances must be 0 to " + MOST_INSTANCES + ".");
        }
    }
}
