package goalsheet;

import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Inserts and deletes rows and columns in the XML of a sheet: cells, merged cells, dropdowns, formats and links move, formulas do not. */
final class Lines {
    private final int from;
    private final int by;
    private final boolean rows;

    /** @param from first line (from 0) that moves, or that goes; @param by how far lines move, negative when so many go */
    private Lines(int from, int by, boolean rows) {
        this.from = from;
        this.by = by;
        this.rows = rows;
    }

    /** Returns whether there was anything to move. */
    static boolean rows(Document sheet, int from, int by) {
        Lines lines = new Lines(from, by, true);
        boolean moved = false;
        for (Element row : elements(sheet, "row")) {
            Optional<Integer> to = lines.moved(Integer.parseInt(row.getAttribute("r")) - 1);
            moved |= to.isEmpty() || to.get() != Integer.parseInt(row.getAttribute("r")) - 1;
            if (to.isEmpty()) {
                row.getParentNode().removeChild(row);
            } else {
                row.setAttribute("r", Integer.toString(to.get() + 1));
            }
        }
        lines.cells(sheet);
        return moved;
    }

    /** Returns whether there was anything to move. */
    static boolean columns(Document sheet, int from, int by) {
        return new Lines(from, by, false).cells(sheet);
    }

    private boolean cells(Document sheet) {
        boolean moved = false;
        for (Element cell : elements(sheet, "c")) {
            String before = cell.getAttribute("r");
            Optional<String> to = moved(Ref.parse(before)).map(Ref::toString);
            moved |= !to.equals(Optional.of(before));
            to.ifPresentOrElse(ref -> cell.setAttribute("r", ref), () -> cell.getParentNode().removeChild(cell));
        }
        for (String name : List.of("mergeCell", "hyperlink", "dataValidation", "conditionalFormatting")) {
            for (Element element : elements(sheet, name)) {
                String attribute = element.hasAttribute("sqref") ? "sqref" : "ref";
                String areas = Arrays.stream(element.getAttribute(attribute).trim().split("\\s+")).map(this::area).filter(area -> !area.isEmpty()).collect(Collectors.joining(" "));
                if (areas.isEmpty()) {
                    element.getParentNode().removeChild(element);
                } else {
                    element.setAttribute(attribute, areas);
                }
            }
        }
        elements(sheet, "mergeCells").forEach(merged -> merged.removeAttribute("count"));
        elements(sheet, "dataValidations").forEach(lists -> lists.removeAttribute("count"));
        return moved;
    }

    /** An area whose edge goes loses that edge only. */
    private String area(String area) {
        String[] ends = area.split(":");
        Ref first = Ref.parse(ends[0]);
        Ref last = Ref.parse(ends[ends.length - 1]);
        Function<Ref, Integer> line = ref -> rows ? ref.row() : ref.col();
        List<Integer> kept = new ArrayList<>();
        for (int at = line.apply(first); at <= line.apply(last); at++) {
            moved(at).ifPresent(kept::add);
        }
        return kept.isEmpty() ? "" : at(first, kept.get(0)) + (ends.length == 1 ? "" : ":" + at(last, kept.get(kept.size() - 1)));
    }

    private Optional<Ref> moved(Ref ref) {
        return moved(rows ? ref.row() : ref.col()).map(line -> at(ref, line));
    }

    private Ref at(Ref ref, int line) {
        return rows ? new Ref(line, ref.col()) : new Ref(ref.row(), line);
    }

    private Optional<Integer> moved(int line) {
        return line < from ? Optional.of(line) : line < from - by ? Optional.empty() : Optional.of(line + by);
    }

    private static List<Element> elements(Document sheet, String name) {
        var found = sheet.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }
}
