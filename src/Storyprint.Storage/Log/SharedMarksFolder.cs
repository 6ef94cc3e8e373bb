namespace Storyprint.Storage.Log;

/// <summary>Marks in a folder that all nodes reach, a file each.</summary>
internal sealed class SharedMarksFolder(string folder, string node) : SharedMarks
{
    private const string Ending = ".mark";

    public override string Place => folder;

    public override Task<IReadOnlyList<NodeMark>> ReadAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<NodeMark>>(
        [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(path => new NodeMark(Path.GetFileNameWithoutExtension(path), Read(path)))]);

    public override Task WriteAsync(LogMark mark, CancellationToken cancellation)
    {
        new HighWaterMark(Path.Combine(folder, node + Ending)).Advance(mark);
        return Task.CompletedTask;
    }

    // A torn line is the next mark of a process that was stopped: what it announced was committed, and no more is known of it.
    private static LogMark Read(string path) => new HighWaterMark(path).Read().Last ?? throw new IOException($"The mark {path} cannot be read.");
}
