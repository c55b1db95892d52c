package goalsheet.cli;

import goalsheet.collect.Collection;
import goalsheet.collect.Collector;
import goalsheet.collect.Inbox;
import goalsheet.collect.State;
import goalsheet.collect.paper.Papers;
import goalsheet.text.Text;
import java.util.Map;

/** What a collection says on the screen. */
final class CollectWords {
    private static final int MOST_NAMED = 10;

    private CollectWords() {
    }

    /** What came, and how the units stand. */
    static void say(Call call, Inbox inbox, Collector.Tally tally, Collection collection) {
        Text same = tally.same() == 0 ? Text.EMPTY : Text.of("与其中某一份完全相同的 " + tally.same() + " 份，", tally.same() + " with the very contents of one of these, ");
        call.say(Text.of("共 " + inbox.items().size() + " 份文件：这次检查 " + tally.checked() + " 份，" + same.zh() + "以前查过、没有变化的 " + tally.known() + " 份，跳过 " + inbox.skipped().size() + " 个。",
                "Files: " + inbox.items().size() + ", " + tally.checked() + " checked now, " + same.en() + tally.known() + " known and unchanged, " + inbox.skipped().size() + " skipped."));
        OtherFiles.tell(inbox.instead().stream().map(Inbox.Item::origin).toList(), call.out(), call);
        int listed = collection.roster().units().size();
        call.say(Text.of("名单 " + listed + " 个单位：", "Units in the roster: " + listed));
        for (Map.Entry<State, Integer> count : collection.counts().entrySet()) {
            if (count.getValue() > 0) {
                call.say(Text.of("  " + count.getKey().label().zh() + " " + count.getValue(), "  " + count.getKey().label().en() + " " + count.getValue()));
            }
        }
        long strangers = collection.units().stream().filter(unit -> !unit.listed()).count();
        if (strangers > 0) {
            call.say(Text.of("名单以外的单位 " + strangers + " 个", "Units that are not in the roster: " + strangers));
        }
        if (!collection.nobodys().isEmpty()) {
            call.say(Text.of("看不出是哪个单位的文件 " + collection.nobodys().size() + " 份：", "Files that tell no unit: " + collection.nobodys().size()));
            collection.nobodys().stream().limit(MOST_NAMED).forEach(each -> call.say(Text.same("  " + each.origin())));
            if (collection.nobodys().size() > MOST_NAMED) {
                call.say(Text.of("  ……其余见报告", "  … the report has the others"));
            }
        }
    }

    /** What was written for the units. */
    static void say(Call call, Papers.Result papers) {
        if (papers.returned() > 0) {
            call.say(Text.of("要退回修改的单位 " + papers.returned() + " 个，每个单位一个文件夹（退回单、消息、批注副本）：" + papers.returns(),
                    "Units with something to mend: " + papers.returned() + ", a folder for each (slip, message, annotated copy): " + papers.returns()));
        }
        if (papers.receipts() > 0) {
            call.say(Text.of("回执 " + papers.receipts() + " 份：" + papers.receiptsFolder(), "Receipts: " + papers.receipts() + ", in " + papers.receiptsFolder()));
        }
        call.say(Text.of("未交名单：" + papers.missing(), "Who has sent nothing: " + papers.missing()));
        if (papers.removed() > 0) {
            call.say(Text.of("以前写的、已经过时的文件删去 " + papers.removed() + " 个。", "Files of earlier runs, out of date and removed: " + papers.removed()));
        }
        papers.left().forEach(file -> call.say(Text.of("已过时，但有人改动过或正打开着，没有删：" + file, "Out of date, but changed by somebody or open, and so left: " + file)));
    }
}
