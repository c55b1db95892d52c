package goalsheet.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Makes the workbooks, measures everything on them in one run, and prints times as ratios. With the word {@code turns} in turns, else by JMH what the word names. */
public final class Main {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Main() {
    }

    private record Measured(double micros, double bytes) {
    }

    public static void main(String[] words) throws Exception {
        List<String> names = Workbooks.make();
        if (words.length > 0 && words[0].equals("turns")) {
            Turns.run(names);
            System.exit(0);
        }
        OptionsBuilder options = new OptionsBuilder();
        options.include(words.length > 0 ? words[0] : "goalsheet.bench.Reading").param("workbook", names.toArray(String[]::new)).addProfiler(GCProfiler.class)
                .forks(1).warmupIterations(4).warmupTime(TimeValue.seconds(1)).measurementIterations(5).measurementTime(TimeValue.seconds(1)).jvmArgs("-Xmx1g");
        Collection<RunResult> results = new Runner(options.build()).run();
        for (String name : names) {
            Map<String, Measured> measured = new TreeMap<>();
            for (RunResult result : results) {
                if (result.getParams().getParam("workbook").equals(name)) {
                    String label = result.getPrimaryResult().getLabel();
                    measured.put(label, new Measured(result.getPrimaryResult().getScore(), result.getSecondaryResults().get(ALLOCATED).getScore()));
                }
            }
            print(name, measured);
        }
        System.exit(0);
    }

    private static void print(String name, Map<String, Measured> measured) {
        System.out.printf("%nworkbook %s%n| | µs | of floor | of POI | of EasyExcel | allocated KiB |%n|---|---|---|---|---|---|%n", name);
        for (String label : new ArrayList<>(measured.keySet())) {
            Measured one = measured.get(label);
            System.out.printf(Locale.ROOT, "| %s | %.0f | %s | %s | %s | %.0f |%n", label, one.micros, ratio(one, measured.get("floor")), ratio(one, measured.get("poi")),
                    ratio(one, measured.get("easyExcel")), one.bytes / 1024);
        }
        if (measured.containsKey("annotate") && measured.containsKey("poiMarks")) {
            System.out.printf(Locale.ROOT, "annotate / poiMarks: %s%n", ratio(measured.get("annotate"), measured.get("poiMarks")));
        }
    }

    private static String ratio(Measured one, Measured other) {
        return other == null ? "" : String.format(Locale.ROOT, "%.2f", one.micros / other.micros);
    }
}
