package goalsheet.rule;

import goalsheet.text.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * The verdict on one returned workbook.
 *
 * @param file            the workbook as it was named
 * @param sha256          of the bytes that were checked, lower-case hex; "" when they could not be read
 * @param template        id of the template it was checked against ({@code hebei-2023}), "" when that is not known
 * @param templateVersion version the workbook was made with, 0 when that is not known
 * @param unitCode        code of the budget unit, "" when the workbook does not say
 * @param unitName        name of the budget unit, "" when the workbook does not say
 * @param findings        in the order of the workbook, of every severity
 */
public record Verdict(Path file, String sha256, Outcome outcome, String template, int templateVersion, String unitCode,
        String unitName, List<Finding> findings) {

    /** How the check of a workbook ended. */
    public enum Outcome {
        /** Checked, nothing found. */
        CLEAN(Text.of("通过", "clean")),
        /** Checked, something found, be it only advice. */
        FINDINGS(Text.of("有问题", "findings")),
        /** Could not be checked: not readable, or not this form. */
        REJECTED(Text.of("无法检查", "rejected"));

        private final Text label;

        Outcome(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    public Verdict {
        findings = List.copyOf(findings);
    }

    public int count(Severity severity) {
        return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Findings that the unit has stated its reason for, in the order of the workbook. */
    public List<Finding> waived() {
        return findings.stream().filter(Finding::isWaived).toList();
    }

    /** Findings, worst first; within a severity the order of the workbook. */
    public List<Finding> worstFirst() {
        return findings.stream().sorted(java.util.Comparator.comparing(Finding::severity)).toList();
    }
}
