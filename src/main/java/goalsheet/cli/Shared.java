package goalsheet.cli;

import goalsheet.layout.SigningKey;
import goalsheet.text.Text;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Options that several commands take, and how they are read. */
final class Shared {
    static final CommandOption TEMPLATE = CommandOption.required("template", "ID|FILE", Text.of("表样编号（templates 目录中的文件名）或 .yaml 文件", "id of a template (a file in templates/) or a .yaml file")).as("t");
    static final CommandOption FORCE = CommandOption.flag("force", Text.of("覆盖已有的文件", "overwrite files that are there"));
    static final CommandOption PASSWORD_FILE = CommandOption.value("password-file", "FILE",
            Text.of("保护密码所在的文本文件；也可用环境变量 GOALSHEET_PASSWORD", "text file with the protection password; or use the environment variable GOALSHEET_PASSWORD"));

    static final CommandOption KEY_FILE = CommandOption.value("key-file", "FILE",
            Text.of("签名密钥文件（任意内容，至少 16 字节）；也可用环境变量 GOALSHEET_KEY_FILE 写明文件", "file with the signing key (anything of at least 16 bytes); or name it in the environment variable GOALSHEET_KEY_FILE"));
    static final CommandOption OPEN_PASSWORD_FILE = CommandOption.value("open-password-file", "FILE",
            Text.of("打开密码所在的文本文件；也可用环境变量 GOALSHEET_OPEN_PASSWORD", "text file with the password that workbooks ask for; or use the environment variable GOALSHEET_OPEN_PASSWORD"));
    static final CommandOption MAX_FILE = CommandOption.value("max-file", "MB",
            Text.of("单个文件的大小上限，默认 64", "largest file accepted, in MB, 64 by default"));
    /** Told of copies of workbooks that ask for a password. */
    static final Text SEALED = Text.of("打开副本的密码与原文件相同。", "The copy opens with the same password as the workbook.");

    private static final String KEY = "GOALSHEET_KEY_FILE";
    /** A key is a secret of some bytes, not a film. */
    private static final int LARGEST_KEY = 1 << 20;
    private static final int LARGEST_FILE = 512;
    /** More than anybody means, and few enough to be counted. */
    static final int MOST = 9_999;
    private static final String OPEN_PASSWORD = "GOALSHEET_OPEN_PASSWORD";
    private static final String PASSWORD = "GOALSHEET_PASSWORD";
    private static final int LONGEST_PASSWORD = 255;

    private Shared() {
    }

    /** The password of a form's protection; never from the command line, where everybody on the computer can read it. */
    static Optional<String> password(Call call) throws IOException {
        return password(call, "password-file", PASSWORD);
    }

    /** How returned workbooks are to be opened: with which password, up to which size. */
    static WorkbookFile.Opening opening(Call call) throws IOException {
        int megabytes = number(call, "max-file", 1, LARGEST_FILE).orElse((int) (Archive.MAX_FILE >> 20));
        return new WorkbookFile.Opening(password(call, "open-password-file", OPEN_PASSWORD), (long) megabytes << 20);
    }

    private static Optional<String> password(Call call, String option, String variable) throws IOException {
        Optional<Path> file = call.path(option);
        String password = file.isPresent() ? firstLine(file.get()) : System.getenv().getOrDefault(variable, "");
        if (password.length() > LONGEST_PASSWORD) {
            throw new UserError(Text.of("密码不能超过 255 个字符。", "A password has at most 255 characters."));
        }
        if (file.isPresent() && password.isEmpty()) {
            throw new UserError(Text.of("密码文件是空的：" + file.get(), "The password file is empty: " + file.get()));
        }
        return Optional.of(password).filter(text -> !text.isEmpty());
    }

    /** The key that signs forms, when one is given; its bytes are nowhere shown. */
    static Optional<SigningKey> key(Call call) throws IOException {
        Optional<Path> file = call.path("key-file").or(() -> Optional.ofNullable(System.getenv(KEY)).filter(name -> !name.isBlank()).map(Path::of));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        notAFolder(file.get());
        if (!Files.isRegularFile(file.get())) {
            throw new UserError(Text.of("找不到密钥文件：" + file.get(), "There is no key file " + file.get()));
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            byte[] secret = in.readNBytes(LARGEST_KEY + 1);
            if (secret.length < SigningKey.FEWEST_BYTES || secret.length > LARGEST_KEY) {
                throw new UserError(Text.of("密钥文件应有 16 字节至 1 MB：" + file.get(), "A key file has 16 bytes to 1 MB: " + file.get()));
            }
            return Optional.of(new SigningKey(secret));
        }
    }

    private static String firstLine(Path file) throws IOException {
        notAFolder(file);
        if (!Files.isRegularFile(file)) {
            throw new UserError(Text.of("找不到密码文件：" + file, "There is no password file " + file));
        }
        try {
            return Files.readString(file).replace("\uFEFF", "").lines().findFirst().orElse("").strip();
        } catch (CharacterCodingException e) {
            throw new UserError(Text.of("密码文件不是 UTF-8 编码，请另存为 UTF-8：" + file, "The password file is not UTF-8; save it as UTF-8: " + file), e);
        }
    }

    /** A whole number given for an option. */
    static Optional<Integer> number(Call call, String option, int least, int most) {
        return call.value(option).map(text -> {
            int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
            if (number < least || number > most) {
                throw new UserError(Text.of("--" + option + " 后面应是 " + least + " 到 " + most + " 的整数，不能是“" + text + "”。",
                        "--" + option + " takes a whole number from " + least + " to " + most + ", not '" + text + "'."));
            }
            return number;
        });
    }

    /** @throws UserError when a folder was given where a file is to be read */
    static void notAFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserError(Text.of(file + " 是文件夹，请改为文件名。", file + " is a folder. Give the name of a file."));
        }
    }

    /** What was given to read is never written onto, not with --force either. */
    static void notOnto(Path target, Path given) throws IOException {
        if (Files.exists(target) && Files.exists(given) && Files.isSameFile(given, target)) {
            throw new UserError(Text.of("不能写回原文件，请换一个文件名：" + target, "The new file cannot take the place of one that is read; choose another name: " + target));
        }
    }

    static void noOperands(Call call) {
        if (!call.operands().isEmpty()) {
            String words = String.join(" ", call.operands());
            throw new UserError(Text.of("不认识后面的内容：" + words, "Not understood: " + words));
        }
    }
}
