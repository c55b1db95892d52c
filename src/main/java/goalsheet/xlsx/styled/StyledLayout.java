package goalsheet.xlsx.styled;

import goalsheet.text.Nearest;
import goalsheet.text.Text;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.styled.Vocabulary.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook in which placeholders stand for what will be written. A row with placeholders of a kind is a sample: every row of that
 * kind is written like it. Sheets, looks, widths, charts, everything else stays what somebody made it in a spreadsheet program.
 */
public final class StyledLayout {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_.-]+)?)}");

    /** @param words of the cell as it stands there  @param key when it is one placeholder and nothing else, else ""  @param style index of its format */
    record SampleCell(int col, String words, String key, int style) {
    }

    /** @param row from 0  @param height in points, when it was set by hand  @param outline level at which the row is folded away */
    record Sample(Kind kind, int row, Optional<Float> height, int outline, List<SampleCell> cells) {
        Optional<Integer> column(String key) {
            return cells.stream().filter(cell -> cell.key().equals(key)).map(SampleCell::col).findFirst();
        }
    }

    /** @param samples from the top */
    record Sheet(String name, List<Sample> samples, List<Ref> singles) {
        boolean isStreamed() {
            return !samples.isEmpty() && samples.get(0).kind().streamed();
        }
    }

    private final byte[] bytes;
    private final List<Sheet> sheets;

    private StyledLayout(byte[] bytes, List<Sheet> sheets) {
        this.bytes = bytes;
        this.sheets = sheets;
    }

    byte[] bytes() {
        return bytes;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /**
     * Reads a layout.
     *
     * @param file what messages call it
     * @throws LayoutException with every mistake in it
     */
    public static StyledLayout read(String file, byte[] bytes, Vocabulary vocabulary) {
        try {
            Archive.of(bytes).checkRest();
        } catch (UnreadableException e) {
            throw unreadable(file, e);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            Scan scan = new Scan(file, vocabulary);
            List<Sheet> sheets = new ArrayList<>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                sheets.add(scan.sheet(workbook.getSheetAt(i)));
            }
            if (!scan.problems.isEmpty()) {
                throw new LayoutException(scan.problems);
            }
            return new StyledLayout(bytes, List.copyOf(sheets));
        } catch (IOException | org.apache.poi.ooxml.POIXMLException | org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private static LayoutException unreadable(String file, Exception why) {
        LayoutException failure = new LayoutException(List.of(Text.of("版式文件 " + file + " 不是能读的 .xlsx 文件，请用 Excel 或 WPS 重新保存。", "The layout " + file + " is no .xlsx file that can be read; save it again.")));
        failure.initCause(why);
        return failure;
    }

    static String words(Cell cell) {
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }

    /** One look through a layout. */
    private static final class Scan {
        private final String file;
        private final Vocabulary vocabulary;
        private final List<Text> problems = new ArrayList<>();

        Scan(String file, Vocabulary vocabulary) {
            this.file = file;
            this.vocabulary = vocabulary;
        }

        Sheet sheet(XSSFSheet sheet) {
            List<Sample> samples = new ArrayList<>();
            List<Ref> singles = new ArrayList<>();
            for (Row row : sheet) {
                Set<String> kinds = new TreeSet<>();
                List<Ref> here = new ArrayList<>();
                row.forEach(cell -> cell(sheet, cell, kinds, here));
                if (kinds.isEmpty()) {
                    singles.addAll(here);
                } else if (kinds.size() > 1 || !here.isEmpty()) {
                    problem(sheet, row.getRowNum(), 0, "同一行里只能有一种占位符，这里有 " + shown(kinds, here), "a row takes placeholders of one kind, here are " + shown(kinds, here));
                } else {
                    samples.add(sample(sheet, (XSSFRow) row, vocabulary.kind(kinds.iterator().next()).orElseThrow()));
                }
            }
            shape(sheet, samples);
            return new Sheet(sheet.getSheetName(), List.copyOf(samples), List.copyOf(singles));
        }

        private static String shown(Set<String> kinds, List<Ref> singles) {
            return kinds.stream().map(kind -> "{" + kind + ".…}").collect(Collectors.joining(" ")) + (singles.isEmpty() ? "" : " " + singles.get(0));
        }

        private void cell(XSSFSheet sheet, Cell cell, Set<String> kinds, List<Ref> singles) {
            Matcher matcher = PLACEHOLDER.matcher(words(cell));
            while (matcher.find()) {
                String found = matcher.group(1);
                int dot = found.indexOf('.');
                Optional<Kind> kind = dot < 0 ? Optional.empty() : vocabulary.kind(found.substring(0, dot));
                if (kind.isPresent() && kind.get().keys().contains(found.substring(dot + 1))) {
                    kinds.add(kind.get().name());
                } else if (vocabulary.single().contains(found)) {
                    singles.add(new Ref(cell.getRowIndex(), cell.getColumnIndex()));
                } else {
                    Text hint = Nearest.hint(found, vocabulary.all());
                    problem(sheet, cell.getRowIndex(), cell.getColumnIndex(), "不认识占位符 {" + found + "}" + hint.zh(), "the placeholder {" + found + "} is unknown" + hint.en());
                }
            }
        }

        private Sample sample(XSSFSheet sheet, XSSFRow row, Kind kind) {
            List<SampleCell> cells = new ArrayList<>();
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    problem(sheet, row.getRowNum(), cell.getColumnIndex(), "样行里不能有公式，请改用占位符", "a sample row takes no formula of its own; use placeholders");
                }
                String words = cell.getCellType() == CellType.NUMERIC ? String.valueOf(cell.getNumericCellValue()).replaceFirst("\\.0$", "") : words(cell);
                Matcher whole = PLACEHOLDER.matcher(words.strip());
                String key = whole.matches() ? whole.group(1).substring(kind.name().length() + 1) : "";
                cells.add(new SampleCell(cell.getColumnIndex(), words, key, cell.getCellStyle().getIndex()));
            }
            Optional<Float> height = row.getCTRow().getCustomHeight() ? Optional.of(row.getHeightInPoints()) : Optional.empty();
            return new Sample(kind, row.getRowNum(), height, row.getCTRow().getOutlineLevel(), List.copyOf(cells));
        }

        /** Many rows are written without coming back: they end their sheet, and there is one list in it. */
        private void shape(XSSFSheet sheet, List<Sample> samples) {
            if (samples.stream().noneMatch(sample -> sample.kind().streamed())) {
                return;
            }
            Sample first = samples.get(0);
            if (samples.stream().map(sample -> sample.kind().list()).distinct().count() > 1) {
                problem(sheet, samples.get(samples.size() - 1).row(), 0, "一张工作表只能放一个清单", "a sheet takes one list only");
                return;
            }
            if (samples.stream().map(sample -> sample.kind().name()).distinct().count() < samples.size() || first.kind().level() != 0) {
                problem(sheet, first.row(), 0, "清单的样行在最上面，每种小计只要一行", "the sample of a list's rows comes first, and each kind of subtotal has one");
            }
            int last = samples.get(samples.size() - 1).row();
            for (int row = first.row(); row <= sheet.getLastRowNum(); row++) {
                int number = row;
                if (samples.stream().noneMatch(sample -> sample.row() == number) && holdsWords(sheet.getRow(row))) {
                    problem(sheet, row, 0, row > last ? "清单的样行下面不能再有内容" : "清单的样行之间不能有别的内容", "nothing may stand below or between the samples of a list");
                    return;
                }
            }
            for (CellRangeAddress merge : sheet.getMergedRegions()) {
                if (merge.getLastRow() >= first.row()) {
                    problem(sheet, merge.getFirstRow(), merge.getFirstColumn(), "清单的样行里不能合并单元格", "samples of a list take no merged cells");
                }
            }
        }

        private static boolean holdsWords(XSSFRow row) {
            if (row != null) {
                for (Cell cell : row) {
                    if (cell.getCellType() != CellType.BLANK) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void problem(XSSFSheet sheet, int row, int col, String zh, String en) {
            String place = "“" + sheet.getSheetName() + "”" + new Ref(row, col);
            problems.add(Text.of("版式文件 " + file + " 的" + place + "：" + ended(zh, "。"), file + ", sheet '" + sheet.getSheetName() + "' " + new Ref(row, col) + ": " + ended(en, ".")));
        }

        private static String ended(String sentence, String stop) {
            return "。？.?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0 ? sentence : sentence + stop;
        }
    }
}
