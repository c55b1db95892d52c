package goalsheet.collect;

import goalsheet.text.Text;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** A ledger that cannot be used: why, and what to do. */
public final class LedgerException extends RuntimeException {
    private final Problem problem;
    private final String detail;

    LedgerException(Problem problem, String detail) {
        this(problem, detail, null);
    }

    LedgerException(Problem problem, String detail, Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    /** The ledger has gone away, or is full, in the middle of a run: a server that was stopped, a disk without room. Empty for any other failure. */
    public static Optional<LedgerException> lost(RuntimeException e) {
        if (!(e instanceof JdbiException)) {
            return Optional.empty();
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Optional.of(new LedgerException(Problem.LOST, String.valueOf(root.getMessage()).lines().findFirst().orElse(""), e));
    }

    public Text words() {
        return problem.words.with(Map.of("detail", Text.same(detail)));
    }

    /** What can be wrong with a ledger. */
    public enum Problem {
        NEWER(Text.of("台账是更新版本的程序写的（第 {detail} 版），请使用新版程序。", "The ledger was written by a newer program (version {detail}); use that one.")),
        DAMAGED(Text.of("台账文件已损坏：{detail}。请把它改名移开再运行一次，所有文件会重新检查。", "The ledger is damaged: {detail}. Move it away and run again; every file will be checked anew.")),
        OTHER_TEMPLATE(Text.of("这个台账属于另一种表样：{detail}。请换一个输出目录。", "This ledger belongs to another template: {detail}. Choose another folder for the output.")),
        LOST(Text.of("台账写不下去了：{detail}。已经写进去的都在，排除原因后再运行一次，会接着做。", "The ledger can no longer be written: {detail}. What was written is safe; run again when the cause is gone, and it will go on from there.")),
        UNREACHABLE(Text.of("打不开台账：{detail}", "The ledger cannot be opened: {detail}"));

        private final Text words;

        Problem(Text words) {
            this.words = words;
        }
    }
}
