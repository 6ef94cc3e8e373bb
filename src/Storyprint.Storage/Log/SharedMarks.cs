using System.Runtime.CompilerServices;
using Storyprint.Storage.Pictures;

namespace Storyprint.Storage.Log;

/// <summary>
/// Where every process that has the keys leaves how far it has seen the log: a folder or a bucket that all of them reach. One whose server was replaced by an
/// older copy learns there what the others know.
/// </summary>
public abstract class SharedMarks
{
    /// <summary>The environment variable that names the place.</summary>
    public const string Variable = "STORYPRINT_MARKS";

    /// <summary>Where it is, in words for an administrator.</summary>
    public abstract string Place { get; }

    /// <summary>The place of a setting: a folder, or <c>s3://BUCKET/PREFIX</c>.</summary>
    /// <param name="node">The name under which this process leaves its own.</param>
    /// <exception cref="InvalidOperationException">The setting is invalid; the message says why.</exception>
    public static SharedMarks Open(string setting, string node) =>
        setting.StartsWith(BucketAddress.Scheme, StringComparison.Ordinal) ? OpenBucket(BucketAddress.Read(setting), node) : new SharedMarksFolder(Path.GetFullPath(setting), node);

    /// <summary>The last mark of every process, this one included.</summary>
    /// <exception cref="IOException">Not all could be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Not all could be read.</exception>
    public abstract Task<IReadOnlyList<NodeMark>> ReadAsync(CancellationToken cancellation);

    /// <summary>Leaves this process's own mark; a larger one of the same name stays.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be written.</exception>
    public abstract Task WriteAsync(LogMark mark, CancellationToken cancellation);

    // In a method of its own and without the concrete type, so that whoever names a folder never loads the S3 client.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SharedMarks OpenBucket(BucketAddress address, string node) => new SharedMarksBucket(address, node);
}

/// <summary>How far a process has seen the log.</summary>
/// <param name="Node">Its name in the shared place.</param>
public sealed record NodeMark(string Node, LogMark Mark);
