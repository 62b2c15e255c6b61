# The 'test' command of ./xinqun, read by it: everything that guards the code, and one last line.

scenario=""
platform=""
checks_passed=0
checks_failed=0
built=0

run_tests() {
    while [ $# -gt 0 ]; do
        case $1 in
        --scenario)
            scenario=${2:-}
            [[ $scenario =~ ^[A-Za-z0-9-]+$ ]] || fail "usage: ./xinqun test --scenario ST1"
            shift 2
            ;;
        *) fail "Unknown: test $1 (./xinqun help)" ;;
        esac
    done
    local start=$SECONDS
    find_jdk
    find_maven
    say "JDK $JAVA_HOME"
    prepare_store
    # shellcheck disable=SC2086 # the list of modules is meant to be split
    for module in $modules; do
        rm -rf "$module/target/surefire-reports" "$module/target/failsafe-reports"
    done
    [ -n "$scenario" ] || check_format
    trap end_platform EXIT
    start_platform
    run_maven
    end_platform
    [ -n "$scenario" ] || run_stories
    summary $((SECONDS - start))
}

prepare_store() {
    if [ -n "${XINQUN_TEST_MONGODB_URI:-}${XINQUN_MONGODB_URI:-}" ] || [ "${XINQUN_TEST_CONTAINERS:-}" = 1 ]; then
        return
    fi
    build_store || say "The tests run on mongod if it is there, else on the in-JVM store: durability and query plans stay unproved."
}

check_format() {
    say "Format"
    if maven target/format.log -fae spotless:check; then
        checks_passed=$((checks_passed + 1))
    else
        checks_failed=$((checks_failed + 1))
        say "  FAILED: ./xinqun fix formats the code (target/format.log)"
    fi
}

# One store, broker and Redis for all modules. Without it each module starts its own.
start_platform() {
    local file=$root/target/platform.env begin=$SECONDS
    build kernel local
    rm -f "$file"
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
        -Dlogback.configurationFile=infrastructure-logback.xml \
        -cp "$(launcher_classpath)" \
        io.xinqun.local.testing.PlatformMain "$file" $$ >target/platform.log 2>&1 </dev/null &
    platform=$!
    while [ ! -f "$file" ]; do
        kill -0 "$platform" 2>/dev/null || fail "The test servers did not start; see target/platform.log."
        [ $((SECONDS - begin)) -lt 120 ] || fail "The test servers were not ready in 120 s; see target/platform.log."
        sleep 0.2
    done
    grep -o 'store: .*' target/platform.log || true
    set -a
    # shellcheck source=/dev/null
    . <(sed "s/=\(.*\)/='\1'/" "$file")
    set +a
    say "Store, Kafka and Redis are ready ($((SECONDS - begin)) s)"
}

end_platform() {
    if [ -n "$platform" ]; then
        kill "$platform" 2>/dev/null || true
        wait "$platform" 2>/dev/null || true
        platform=""
        unset XINQUN_TEST_STORE_KIND XINQUN_TEST_MONGODB_URI XINQUN_TEST_KAFKA XINQUN_TEST_REDIS_URL XINQUN_TEST_KEYS
    fi
}

# All modules are tested even when one fails; the reports decide. Integration tests mostly wait, so
# two modules go at once.
run_maven() {
    local arguments=(verify -T 2 -Dmaven.test.failure.ignore=true -Dspotless.check.skip=true) module
    [ -z "$scenario" ] || arguments+=("-Dgroups=$scenario" -DfailIfNoTests=false)
    say "Compiler checks, unit tests, integration tests (target/verify.log)"
    mkdir -p target
    if mvn -B -ntp -Dstyle.color=never "${arguments[@]}" </dev/null 2>&1 | tee target/verify.log | digest; then
        checks_passed=$((checks_passed + 1))
        built=1
    else
        checks_failed=$((checks_failed + 1))
        grep -E '^\[ERROR\]' target/verify.log | grep -vE 'Help 1|re-run Maven|^\[ERROR\] *$|<<<|Tests run' | tail -15
        say "  FAILED: the build itself (target/verify.log)"
    fi
    for module in $modules; do
        counts "./$module" | {
            read -r passed failed skipped
            printf '  %-20s %5d passed, %d failed, %d skipped\n' "$module" "$passed" "$failed" "$skipped"
        }
    done
}

# Shows of Maven's output what a person wants to see: where it is, and failures.
digest() {
    awk -v begin="$(date +%s)" '
        /^\[INFO\] Building [a-z-]+ / { printf "  %4d s  %s\n", systime() - begin, $3; fflush(); next }
        /<<< (FAILURE|ERROR)!$/ && !/Tests run:/ { sub(/^\[ERROR\] */, ""); print "    " $0; fflush() }
    '
}

# What the reports in these folders say: passed, failed, skipped.
counts() {
    find "$@" -path '*/target/*-reports/TEST-*.xml' -exec grep -ho '<testsuite [^>]*' {} + 2>/dev/null |
        awk '
            function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
            { tests += attribute("tests"); failed += attribute("failures") + attribute("errors"); skipped += attribute("skipped") }
            END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

# Stories count for themselves: their last line is 'N passed, M failed'.
run_stories() {
    local log=target/stories.log said
    [ -f local/src/main/java/io/xinqun/local/story/StoryMain.java ] || return 0
    if [ "$built" -eq 0 ]; then
        say "No stories: the programs are not built."
        return
    fi
    # Maven has just packaged every module.
    stamp_modules $modules
    stage_launcher
    install_fuzzer || true
    say "Stories on a system of their own ($log)"
    (heap=384 java_main io.xinqun.local.story.StoryMain test) </dev/null 2>&1 | tee "$log" |
        awk '/^[a-z][a-z-]*: / { print "  " $0; fflush() } /^ *FAILED / { print "  " $0; fflush() }' || true
    said=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1)
    if [ -n "$said" ]; then
        say "  $said"
        checks_passed=$((checks_passed + ${said%% *}))
        said=${said#*, }
        checks_failed=$((checks_failed + ${said%% *}))
    else
        checks_failed=$((checks_failed + 1))
        tail -n 15 "$log" | sed 's/^/    /'
        say "  FAILED: the stories did not come to their end"
    fi
}

summary() {
    local passed failed skipped
    read -r passed failed skipped < <(counts ./*/)
    passed=$((passed + checks_passed))
    failed=$((failed + checks_failed))
    say ""
    say "Took $(($1 / 60)) min $(($1 % 60)) s; $skipped skipped."
    say "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
