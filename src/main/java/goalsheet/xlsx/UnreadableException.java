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
        EMPTY("文件是空的，没有内容", "the file is empty",
                "请在 Excel 或 WPS 里重新保存，再发送一次。", "Save it again in Excel or WPS and send it once more."),
        TRUNCATED("文件不完整，后半部分缺失", "the file is incomplete, its end is missing",
                "多半是没有下载完或传输中断，请重新下载或重新发送一次。", "Most likely a download or transfer broke off: download it or send it again."),
        TOO_LARGE("文件过大，超出填报表的合理范围", "the file is far larger than a form can be",
                "请把内容填到新下发的空表里再发回，不要在表里插入图片或附件。", "Enter the figures in a fresh form and send that one; put no pictures or attachments into it."),
        TOO_MANY("表里的内容太多（单元格、格式、公式等），超出填报表的合理范围", "it holds far more cells, formats or formulas than a form can",
                "请删去多余的工作表和大片多余的内容，另存后再发；删不干净的，把内容填到新下发的空表里。",
                "Delete sheets and contents that do not belong to the form, save it and send it again; or enter the contents in a fresh form and send that."),
        OLD_XLS("这是旧版 .xls 格式（或 WPS 的 .et）", "this is the old .xls format (or WPS's .et)",
                "请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel or WPS, save it as an .xlsx workbook and send that."),
        OLDEST("这是 Excel 95 或更早的格式", "this is the format of Excel 95 or older",
                "请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel or WPS, save it as an .xlsx workbook and send that."),
        BINARY("这是二进制 .xlsb 格式", "this is the binary .xlsb format",
                "请用 Excel 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel, save it as an .xlsx workbook and send that."),
        STRICT("这是“严格 Open XML”格式", "this is a Strict Open XML workbook",
                "请用 Excel 打开，另存为普通的“Excel 工作簿（.xlsx）”后再发。", "Open it in Excel, save it as an ordinary Excel workbook (.xlsx) and send that."),
        ODS("这是 OpenDocument 表格（.ods）", "this is an OpenDocument spreadsheet (.ods)",
                "请打开后另存为“.xlsx 工作簿”再发。", "Open it, save it as an .xlsx workbook and send that."),
        XML_SPREADSHEET("这是“XML 表格 2003”格式", "this is an XML Spreadsheet 2003",
                "请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel or WPS, save it as an .xlsx workbook and send that."),
        ENCRYPTED("文件设有打开密码", "the file needs a password to open",
                "请取消打开密码，另存后再发；知道密码的，检查时可加 --open-password-file。", "Remove the password for opening, save and send again; whoever knows the password can check it with --open-password-file."),
        WRONG_PASSWORD("打开密码不对", "the password for opening is wrong",
                "请核对密码文件的第一行（区分大小写），或请单位取消打开密码后再发。", "Check the first line of the password file (capitals matter), or have the password removed and the file sent again."),
        ODD_ENCRYPTION("文件的加密方式无法处理", "the file is encrypted in a way that cannot be handled",
                "请用 Excel 或 WPS 打开，取消打开密码，另存后再发。", "Open it in Excel or WPS, remove the password for opening, save and send again."),
        SEALED_BY_OFFICE("文件被本单位的加密软件加密了", "the file was encrypted by an office's document security program",
                "请在加密软件里解密（或申请外发）后再发。", "Have that program decrypt it or release it, then send it again."),
        WEB_PAGE("这是网页，只是名字像表格（系统导出的“.xls”常是这样）", "this is a web page named like a workbook (as systems often export)",
                "请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”后再发。", "Open it in Excel or WPS, save it as an .xlsx workbook and send that."),
        PLAIN_TEXT("这是文本（如 CSV），不是表格文件", "this is text (such as CSV), not a workbook",
                "请在下发的 .xlsx 表里填报后再发。", "Fill in the .xlsx form that was sent out and send that."),
        PDF("这是 PDF 或 OFD 版式文件", "this is a PDF or OFD document",
                "请发送填好的 .xlsx 表本身，不要转成 PDF。", "Send the filled-in .xlsx form itself, not a print of it."),
        WORD("这是文字文档（Word 或 WPS 文字）", "this is a text document (such as Word)",
                "请发送填好的 .xlsx 表，不要贴到文档里。", "Send the filled-in .xlsx form itself, not pasted into a document."),
        SLIDES("这是演示文稿", "this is a presentation", "请发送填好的 .xlsx 表。", "Send the filled-in .xlsx form."),
        MAIL("这是一封邮件", "this is a mail", "请把邮件里的附件另存出来，发送其中的 .xlsx 表。", "Save the attachment and send the .xlsx form."),
        PICTURE("这是图片", "this is a picture",
                "请发送填好的 .xlsx 表本身，不要拍照或截图。", "Send the filled-in .xlsx form itself, not a picture of it."),
        ARCHIVE("这是压缩包", "this is an archive (such as zip, rar, 7z)",
                "请先解压，再发送里面的 .xlsx 表。", "Unpack it and send the .xlsx form that is in it."),
        LOCK_FILE("这是打开表格时自动产生的临时文件（~$ 开头）", "this is the temporary file (~$…) that a program keeps while the workbook is open",
                "请关闭 Excel 或 WPS，发送名字不带“~$”的那个文件。", "Close the workbook and send the file without ~$ in its name."),
        NOT_DOWNLOADED("文件内容全是空字节，像是网盘没有同步完或没有下载完", "the file holds nothing but zeros, as when a cloud folder has not finished",
                "请等网盘同步完成，或重新下载、重新发送一次。", "Let the synchronisation finish, or download it or have it sent again."),
        OTHER_DOCUMENT("这是别的文档，不是表格", "this is another kind of document, not a workbook",
                "请发送填好的 .xlsx 表。", "Send the filled-in .xlsx form."),
        NOT_A_WORKBOOK("这不是 Excel 工作簿", "this is not an Excel workbook",
                "请发送填好的 .xlsx 表。", "Send the filled-in .xlsx form."),
        PROGRAM_FAILED("程序检查这份文件时出错", "the program failed on this file",
                "请加 --verbose 单独检查这份文件，把显示的全部文字发给维护程序的人。", "Check this file alone with --verbose and send all of the text to whoever maintains the program."),
        TOO_SLOW("检查用时过长，已停止", "the check took too long and was stopped",
                "表里多半有大量多余的内容；请把内容填到新下发的空表里再发。", "Most likely it holds far more than the form: enter the contents in a fresh form and send that."),
        TOO_MUCH("内容太多，内存不够", "it holds too much for the memory",
                "表里多半有大量多余的内容；请把内容填到新下发的空表里再发。", "Most likely it holds far more than the form: enter the contents in a fresh form and send that."),
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
