package goalsheet.xlsx.patch;

import goalsheet.xlsx.Area;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Tone;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Colours cells of a sheet by conditional formats whose condition always holds. The cells' own styles stay as they are, every
 * program keeps such formats when it saves, and the condition tells ours from those of the form.
 */
final class Highlights {
    /** The children of a worksheet in the order that the schema asks for. */
    static final List<String> SHEET_ORDER = List.of("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
            "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
            "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
            "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
            "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst");

    private Highlights() {
    }

    static void strip(Markup sheet) {
        List<Element> all = sheet.root().tree().filter(element -> element.is("cfRule")).toList();
        List<Element> marks = all.stream().filter(Highlights::isOurs).toList();
        List<Element> others = all.stream().filter(rule -> !isOurs(rule)).toList();
        if (others.stream().allMatch(rule -> rule.number("priority", 0) > marks.size())) {
            move(sheet, others, -marks.size());
        }
        for (Element format : sheet.root().all("conditionalFormatting").toList()) {
            List<Element> rules = format.all("cfRule").toList();
            List<Element> ours = rules.stream().filter(Highlights::isOurs).toList();
            if (!ours.isEmpty() && ours.size() == rules.size()) {
                sheet.remove(format);
            } else {
                ours.forEach(sheet::remove);
            }
        }
    }

    private static boolean isOurs(Element rule) {
        return rule.all("formula").anyMatch(formula -> OwnMarks.isMarkFormula(formula.text()));
    }

    private static void move(Markup sheet, List<Element> rules, int by) {
        if (by != 0) {
            rules.forEach(rule -> sheet.set(rule, "priority", rule.number("priority", 0) + by));
        }
    }

    /**
     * Puts our formats before all others, whose priorities move up by as many: a form's own colours would cover ours. They also stand first,
     * as LibreOffice goes by the order in the file where the areas differ.
     *
     * @param formats by tone, index of the format to be used
     */
    static void add(Markup sheet, Map<Tone, List<Area>> cells, Map<Tone, Integer> formats) {
        move(sheet, sheet.root().tree().filter(element -> element.is("cfRule")).toList(), cells.size());
        int priority = 0;
        Fragment rules = new Fragment(sheet.root().name.prefix());
        for (Map.Entry<Tone, List<Area>> each : new EnumMap<>(cells).entrySet()) {
            rules.open("conditionalFormatting", "sqref", each.getValue().stream().map(Area::toString).collect(Collectors.joining(" ")))
                    .open("cfRule", "type", "expression", "dxfId", formats.get(each.getKey()), "priority", ++priority)
                    .leaf("formula", OwnMarks.FORMULA).close().close();
        }
        sheet.root().all("conditionalFormatting").findFirst().ifPresentOrElse(first -> sheet.insertBefore(first, rules), () -> sheet.insertOrdered(SHEET_ORDER, "conditionalFormatting", rules));
    }

    /** Areas of merged cells. */
    static List<Area> merges(Element sheet) {
        return sheet.all("mergeCells").flatMap(all -> all.all("mergeCell")).map(merge -> area(merge.get("ref"))).flatMap(Collection::stream).toList();
    }

    private static List<Area> area(String address) {
        try {
            return List.of(Area.parse(address));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
