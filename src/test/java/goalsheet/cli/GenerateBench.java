package goalsheet.cli;

import goalsheet.expr.Value;
import goalsheet.generate.Contents;
import goalsheet.generate.FormSeries;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.xlsx.SafeFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What {@code .ci/generate-bench} runs: makes rosters, and writes the form of every unit of one twice in turns, laid out and built with POI from
 * nothing, and in the series of all. Both go through {@link SafeFile}, and must be the same.
 */
public final class GenerateBench {
    private static final int SPARE = 2;
    private static final int MOST_PROJECTS = 8;

    private GenerateBench() {
    }

    /** @param words {@code roster FILE UNITS units|figures|gaps} or {@code forms TEMPLATE ROSTER FOLDER} */
    public static void main(String[] words) throws IOException {
        if (words[0].equals("roster")) {
            Files.write(Path.of(words[1]), roster(Integer.parseInt(words[2]), words[3]));
        } else {
            forms(new TemplateStore(Path.of("templates")).open(words[1]), Path.of(words[2]), Path.of(words[3]));
        }
    }

    private static void forms(Template template, Path roster, Path folder) throws IOException {
        Map<Path, Form> forms = new LinkedHashMap<>();
        for (Unit unit : Roster.read(template, roster).units()) {
            forms.put(folder.resolve(GenerateCommand.fileName(unit)), FormWriter.of(template, unit, Lang.ZH, SPARE));
        }
        Contents contents = Contents.of(path -> Value.BLANK);
        Map<Path, SafeFile.Body> series = new FormSeries(template, contents, Optional.empty()).bodies(forms);
        Clock fromNothing = new Clock();
        Clock inSeries = new Clock();
        for (Map.Entry<Path, SafeFile.Body> form : series.entrySet()) {
            Path alone = folder.resolve("alone.xlsx");
            fromNothing.time(() -> FormWriter.write(Layout.of(template, forms.get(form.getKey())), contents, Optional.empty(), alone, true));
            inSeries.time(() -> SafeFile.write(form.getKey(), true, form.getValue()));
            if (Files.mismatch(alone, form.getKey()) >= 0) {
                throw new IllegalStateException(form.getKey() + " differs");
            }
        }
        System.out.printf(Locale.ROOT, "%.1f | %.1f | %.1f | %.1f%n", fromNothing.seconds / 1e9, inSeries.seconds / 1e9, (double) fromNothing.seconds / inSeries.seconds, (double) fromNothing.work / inSeries.work);
    }

    /** Nanoseconds by the clock, and of the processor's time for this thread. */
    private static final class Clock {
        private long seconds;
        private long work;

        void time(Runnable task) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long began = System.nanoTime();
            long worked = threads.getCurrentThreadCpuTime();
            task.run();
            work += threads.getCurrentThreadCpuTime() - worked;
            seconds += System.nanoTime() - began;
        }
    }

    /** Only the units; up to eight projects of each with all their figures; or the other funds of a third of the projects only, which locks other cells in nearly every form. */
    private static List<String> roster(int units, String kind) {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>(List.of("单位编码,单位名称,项目编码,项目名称,预算数,财政资金,其他资金"));
        for (int unit = 0; unit < units; unit++) {
            String code = Integer.toString(100_001 + unit);
            String start = code + ",第" + code + "单位,";
            if (kind.equals("units")) {
                lines.add(start + ",,,,");
                continue;
            }
            for (int project = 1 + random.nextInt(MOST_PROJECTS); project > 0; project--) {
                int fiscal = random.nextInt(1_000_000);
                int other = random.nextInt(100_000);
                boolean isKnown = kind.equals("figures") || random.nextInt(3) == 0;
                lines.add(start + "13020023P" + code + project + ",项目" + random.nextInt(1000) + "经费," + money(isKnown ? fiscal + other : fiscal) + "," + money(fiscal) + "," + (isKnown ? money(other) : ""));
            }
        }
        return lines;
    }

    private static String money(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }
}
