package goalsheet.xlsx;

import goalsheet.text.Text;

/** A file that cannot be taken as a workbook: why, and what its sender should do. */
public class UnreadableException extends Exception {
    private final Reason reason;
    private final String detail;

    /** @param detail where and what exactly, for whoever looks into it: a part's name, a cell, a word of the format */
    public UnreadableException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /** Why a file is refused. */
    public enum Reason {
        CANNOT_OPEN("文件打不开", "the file cannot be opened",
                "请确认文件还在、没有被其他程序占用，再试一次。", "Check that the file is there and not in use by another program, then try again."),
        NOT_A_FILE("这不是一个普通文件", "this is not an ordinary file",
                "请指定一个 .xlsx 文件。", "Name an .xlsx file."),
        EMPTY("文件是空的（0 字节）", "the file is empty (0 bytes)",
                "请让单位重新发送一次。", "Have the file sent again."),
        TRUNCATED("文件不完整，后半部分缺失", "the file is incomplete, its end is missing",
                "多半是没有下载完或传输中断，请重新下载，或让单位重新发送。", "Most likely a download or transfer broke off: download it again or have it sent again."),
        TOO_LARGE("文件过大，超出填报表的合理范围", "the file is far larger than a form can be",
                "请把内容填到新下发的空表里再发回，不要在表里插入图片或附件。", "Enter the figures in a fresh form and send that one; put no pictures or attachments into it."),
        OLD_XLS("这是旧版 .xls 格式（或 WPS 的 .et）", "this is the old .xls format (or WPS's .et)",
                "请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel or WPS, save it as an .xlsx workbook and send that."),
        BINARY("这是二进制 .xlsb 格式", "this is the binary .xlsb format",
                "请用 Excel 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel, save it as an .xlsx workbook and send that."),
        STRICT("这是“严格 Open XML”格式", "this is a Strict Open XML workbook",
                "请用 Excel 打开，另存为普通的“Excel 工作簿（.xlsx）”后再发。", "Open it in Excel, save it as an ordinary Excel workbook (.xlsx) and send that."),
        ENCRYPTED("文件设有打开密码", "the file needs a password to open",
                "请取消打开密码，另存后再发。", "Remove the password for opening, save and send again."),
        WEB_PAGE("这是网页，只是名字像表格", "this is a web page named like a workbook",
                "请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel or WPS, save it as an .xlsx workbook and send that."),
        PLAIN_TEXT("这是文本（如 CSV），不是表格文件", "this is text (such as CSV), not a workbook",
                "请在下发的 .xlsx 表里填报后再发。", "Fill in the .xlsx form that was sent out and send that."),
        OTHER_DOCUMENT("这是别的文档（如 PDF、Word、压缩包、图片）", "this is another kind of document (such as PDF, Word, a zip, a picture)",
                "请发送填好的 .xlsx 表。", "Send the filled-in .xlsx form."),
        NOT_A_WORKBOOK("这不是 Excel 工作簿", "this is not an Excel workbook",
                "请发送填好的 .xlsx 表。", "Send the filled-in .xlsx form."),
        DAMAGED("文件已损坏", "the file is damaged",
                "请用 Excel 或 WPS 打开，修复后另存一份再发；打不开就重新填报。", "Open it in Excel or WPS, let it repair and save a new copy; if that fails, fill in a fresh form."),
        HOSTILE("文件内部结构异常，不像 Excel 或 WPS 保存的", "the file is put together in a way that Excel or WPS never does",
                "请用 Excel 或 WPS 打开另存一份再发；来历不明的文件不要打开。", "Open it in Excel or WPS, save a new copy and send that; do not open it when you do not know where it comes from.");

        private final Text message;
        private final Text remedy;

        Reason(String zh, String en, String remedyZh, String remedyEn) {
            this.message = Text.of(zh, en);
            this.remedy = Text.of(remedyZh, remedyEn);
        }

        public Text message() {
            return message;
        }

        public Text remedy() {
            return remedy;
        }
    }
}
