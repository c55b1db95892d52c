package goalsheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A real disk of which one step, the n-th, fails. */
public final class FailingDisk extends Disk {
    private final int failing;
    private final IOException failure;
    long room = Long.MAX_VALUE;
    String failed = "";
    private int steps;

    FailingDisk(int failing, IOException failure) {
        this.failing = failing;
        this.failure = failure;
    }

    /** Runs something on a disk whose n-th step fails, the first being 1; returns the name of that step, "" when there were not so many. */
    public static String at(int failing, Runnable work) {
        SafeFile real = SafeFile.real;
        FailingDisk disk = new FailingDisk(failing, new IOException("injected"));
        SafeFile.real = new SafeFile(disk);
        try {
            work.run();
        } finally {
            SafeFile.real = real;
        }
        return disk.failed;
    }

    private void step(String name) throws IOException {
        if (++steps == failing) {
            failed = name;
            throw failure;
        }
    }

    @Override
    FileChannel create(Path file) throws IOException {
        step("create");
        return super.create(file);
    }

    @Override
    void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        step("write");
        super.write(channel, bytes);
    }

    @Override
    void force(FileChannel channel) throws IOException {
        step("force");
        super.force(channel);
    }

    @Override
    InputStream read(Path file) throws IOException {
        step("read");
        return super.read(file);
    }

    @Override
    void link(Path from, Path to) throws IOException {
        step("link");
        super.link(from, to);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        step("move");
        super.move(from, to);
    }

    @Override
    void delete(Path file) throws IOException {
        step("delete");
        super.delete(file);
    }

    @Override
    void forceFolder(Path folder) throws IOException {
        step("forceFolder");
        super.forceFolder(folder);
    }

    @Override
    long room(Path folder) {
        return room;
    }
}
