package goalsheet.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32;

/** Counts and sums up what it writes, remembers its first failure, and stays open when others close it. */
final class CheckedSink extends OutputStream {
    private final Disk disk;
    private final FileChannel channel;
    private final CRC32 sum = new CRC32();
    private long count;
    private Optional<IOException> failure = Optional.empty();

    CheckedSink(Disk disk, FileChannel channel) {
        this.disk = disk;
        this.channel = channel;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (failure.isPresent()) {
            throw new IOException("not written any further", failure.get());
        }
        try {
            disk.write(channel, ByteBuffer.wrap(bytes, from, length));
        } catch (IOException failed) {
            failure = Optional.of(failed);
            throw failed;
        }
        sum.update(bytes, from, length);
        count += length;
    }

    long count() {
        return count;
    }

    long sum() {
        return sum.getValue();
    }

    Optional<IOException> failure() {
        return failure;
    }
}
