namespace Storyprint.Files;

/// <summary>
/// Replaces a file atomically, so that its name always leads to the whole old or the whole new one: the new one is written beside it and flushed, then renamed,
/// then the folder is flushed.
/// </summary>
public static class AtomicFile
{
    /// <param name="mode">The file's mode; null keeps that of the existing file.</param>
    /// <exception cref="IOException">It could not be written; the old file is unchanged, and nothing else is left.</exception>
    /// <exception cref="UnauthorizedAccessException">As above, for lack of permissions.</exception>
    public static void Write(string path, Action<Stream> write, UnixFileMode? mode = null)
    {
        var unfinished = Begin(path);
        try
        {
            using (var stream = Create(unfinished, path, mode))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Finish(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc cref="Write(string, Action{Stream}, UnixFileMode?)"/>
    public static void Write(string path, byte[] bytes, UnixFileMode? mode = null) => Write(path, stream => stream.Write(bytes), mode);

    /// <inheritdoc cref="Write(string, Action{Stream}, UnixFileMode?)"/>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, UnixFileMode? mode = null)
    {
        var unfinished = Begin(path);
        try
        {
            await using (var stream = Create(unfinished, path, mode))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            Finish(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc cref="Write(string, Action{Stream}, UnixFileMode?)"/>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation, UnixFileMode? mode = null) =>
        WriteAsync(path, stream => stream.WriteAsync(bytes, cancellation).AsTask(), mode);

    /// <summary>Renames a file that was written under another name on the same disk, after flushing it.</summary>
    public static void Rename(string finished, string path)
    {
        using (var stream = new FileStream(finished, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
        {
            stream.Flush(flushToDisk: true);
        }

        Finish(finished, path);
    }

    // A unique name: two programs may write the same file. It begins with the file's name, so that whoever deletes by that also finds what an interruption left.
    private static string Begin(string path)
    {
        Folder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return $"{path}.{Guid.NewGuid():n}.new";
    }

    private static FileStream Create(string unfinished, string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(unfinished, options);
        }

        // A file may contain a password or a draft: nobody who cannot read the old one may read the new one, not even while it is written.
        var wanted = mode ?? (File.Exists(path) ? File.GetUnixFileMode(path) : null);
        if (wanted is null)
        {
            return new FileStream(unfinished, options);
        }

        options.UnixCreateMode = wanted;
        var stream = new FileStream(unfinished, options);
        File.SetUnixFileMode(stream.SafeFileHandle, wanted.Value);
        return stream;
    }

    private static void Finish(string unfinished, string path)
    {
        File.Move(unfinished, path, overwrite: true);
        Folder.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }
}
