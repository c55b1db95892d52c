package goalsheet.text;

/** The two languages of sheets, messages and manual. Chinese is the default everywhere. */
public enum Lang {
    ZH, EN
}
