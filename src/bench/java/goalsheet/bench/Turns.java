package goalsheet.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The same measurements taken in turns, one call of each after the other, in one process: on a computer whose speed changes from second to
 * second the ratios of {@link Main}, which measures one after the other for seconds, say more about the computer than about the programs.
 */
final class Turns {
    private static final Duration EACH = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static volatile Object sink;

    private Turns() {
    }

    static void run(List<String> workbooks) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String workbook : workbooks) {
            Reading reading = new Reading();
            reading.workbook = workbook;
            reading.load();
            Map<String, Callable<Object>> all = new LinkedHashMap<>();
            all.put("floor", reading::floor);
            all.put("fastexcel", reading::fastexcel);
            all.put("easyExcel", reading::easyExcel);
            all.put("poi", reading::poi);
            all.put("read", reading::read);
            all.put("check", reading::check);
            all.put("annotate", reading::annotate);
            all.put("poiMarks", reading::poiMarks);
            for (Callable<Object> each : all.values()) {
                for (long end = System.nanoTime() + WARM_UP.toNanos(); System.nanoTime() < end; ) {
                    sink = each.call();
                }
            }
            Map<String, List<Double>> times = new LinkedHashMap<>();
            Map<String, Long> bytes = new LinkedHashMap<>();
            for (long end = System.nanoTime() + EACH.toNanos(); System.nanoTime() < end; ) {
                for (Map.Entry<String, Callable<Object>> each : all.entrySet()) {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    long start = System.nanoTime();
                    sink = each.getValue().call();
                    times.computeIfAbsent(each.getKey(), none -> new ArrayList<>()).add((System.nanoTime() - start) / 1e3);
                    bytes.put(each.getKey(), threads.getCurrentThreadAllocatedBytes() - before);
                }
            }
            print(workbook, times, bytes);
        }
    }

    /** The middle one of the second half of the calls: by then everything is warm. */
    private static double middle(List<Double> times) {
        List<Double> warm = times.subList(times.size() / 2, times.size()).stream().sorted().toList();
        return warm.get(warm.size() / 2);
    }

    private static void print(String workbook, Map<String, List<Double>> times, Map<String, Long> bytes) {
        System.out.printf("%nworkbook %s, %d turns%n| | µs | of floor | of POI | of EasyExcel | of POI's marks | allocated KiB |%n|---|---|---|---|---|---|---|%n", workbook, times.get("floor").size());
        times.forEach((name, all) -> System.out.printf(Locale.ROOT, "| %s | %.0f | %.2f | %.2f | %.2f | %.2f | %d |%n", name, middle(all), middle(all) / middle(times.get("floor")), middle(all) / middle(times.get("poi")),
                middle(all) / middle(times.get("easyExcel")), middle(all) / middle(times.get("poiMarks")), bytes.get(name) / 1024));
    }
}
