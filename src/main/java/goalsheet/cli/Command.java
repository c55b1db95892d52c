package goalsheet.cli;

import goalsheet.text.Text;
import java.util.List;

/** One word after the program's name: what it is called, what it takes and what it does. {@link Main} lists them all. */
public interface Command {
    /** As typed: lower case, without blanks. */
    String name();

    /** One line of the overview. */
    Text summary();

    /** What may follow the options: {@code FILE...}; empty when nothing may. */
    default Text operands() {
        return Text.EMPTY;
    }

    /** Its own options; {@code --lang}, {@code --verbose} and {@code --help} come with every command. */
    default List<CommandOption> options() {
        return List.of();
    }

    /** The rest of its help page, whole lines: how it works, examples. */
    default Text details() {
        return Text.EMPTY;
    }

    /** Begins, in the background, what takes a while and is wanted whatever the options say. */
    default void prepare() {
        // nothing that takes long
    }

    /**
     * Does the work; results go to {@link Call#out()}.
     *
     * @throws UserError when the user has to change something first
     * @throws Exception anything else ends with one sentence and {@link ExitCode#COULD_NOT_RUN}
     */
    ExitCode run(Call call) throws Exception;
}
