package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.ValidationImage;
import java.util.List;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidations;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STDataValidationOperator;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STDataValidationType;

/**
 * Data validations, written as the file says them: POI's own classes turn the drop-down flag round and quote list items
 * again, so that what is written is not what was described.
 */
final class Validations {
    private Validations() {
    }

    static boolean knows(ValidationImage validation) {
        STDataValidationType.Enum type = STDataValidationType.Enum.forString(validation.type());
        return type != null && type != STDataValidationType.NONE && (!hasOperator(type) || operator(validation) != null);
    }

    static boolean isLiteralList(ValidationImage validation) {
        return validation.type().equals("list") && validation.formula1().startsWith("\"");
    }

    /** Whether two bounds are needed. */
    static boolean hasSecond(ValidationImage validation) {
        return hasOperator(STDataValidationType.Enum.forString(validation.type()))
                && (operator(validation) == STDataValidationOperator.BETWEEN
                        || operator(validation) == STDataValidationOperator.NOT_BETWEEN);
    }

    static void write(List<ValidationImage> validations, CTWorksheet sheet) {
        if (validations.isEmpty()) {
            return;
        }
        CTDataValidations all = sheet.addNewDataValidations();
        validations.forEach(validation -> write(validation, all.addNewDataValidation()));
        all.setCount(validations.size());
    }

    private static void write(ValidationImage image, CTDataValidation target) {
        STDataValidationType.Enum type = STDataValidationType.Enum.forString(image.type());
        target.setType(type);
        if (hasOperator(type)) {
            target.setOperator(operator(image));
        }
        target.setAllowBlank(true);
        target.setShowErrorMessage(image.strict());
        if (!image.promptTitle().isEmpty() || !image.prompt().isEmpty()) {
            target.setShowInputMessage(true);
        }
        if (!image.promptTitle().isEmpty()) {
            target.setPromptTitle(StoredText.inAttribute(image.promptTitle()));
        }
        if (!image.prompt().isEmpty()) {
            target.setPrompt(StoredText.inAttribute(image.prompt()));
        }
        if (!image.errorTitle().isEmpty()) {
            target.setErrorTitle(StoredText.inAttribute(image.errorTitle()));
        }
        if (!image.error().isEmpty()) {
            target.setError(StoredText.inAttribute(image.error()));
        }
        target.setSqref(List.of(image.area().toString()));
        target.setFormula1(image.formula1());
        if (hasSecond(image)) {
            target.setFormula2(image.formula2());
        }
    }

    private static boolean hasOperator(STDataValidationType.Enum type) {
        return type != STDataValidationType.LIST && type != STDataValidationType.CUSTOM;
    }

    private static STDataValidationOperator.Enum operator(ValidationImage validation) {
        return STDataValidationOperator.Enum.forString(validation.operator());
    }
}
