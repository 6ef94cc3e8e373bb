using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Storage.Log;

/// <summary>
/// A small file outside the database that remembers how far the log had got, a line a release: <c>SIZE ROOT SECONDS</c>. A database that
/// was set back is behind it, and that is how a restored backup is noticed before it forks the log. Back the file up apart from the database.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="witnesses">The witnesses whose word counts; none where the publication has none.</param>
public sealed class HighWaterMark(string path, WitnessList? witnesses = null)
{
    private const int MaxBytes = 1 << 20;

    // Some forty lines: of several half written ones the last whole one is still among them.
    private const int ReadBytes = 4096;

    private readonly LineFile file = new(path, MaxBytes);

    public string Path => path;

    /// <summary>What the witnesses said, in a file beside the mark.</summary>
    public WitnessStatementFile Words { get; } = new(System.IO.Path.ChangeExtension(path, ".witnesses"));

    /// <summary>
    /// The last word of each witness that the publication names, with its name there. What one says that is no longer named does not count: so a witness
    /// that has gone mad cannot stop a newsroom for ever.
    /// </summary>
    public IReadOnlyList<(string Name, WitnessStatement Word)> LastStatements() => witnesses is not { IsEmpty: false } ? [] :
        [.. Words.Read().SelectMany(word => witnesses.Witnesses.Where(witness => witness.Key.Equals(word.Witness)).Select(witness => (witness.Name, word)))];

    /// <summary>The last whole line. A file that is there and cannot be read is never taken for none: it may be all that tells of a database that was set back.</summary>
    public MarkReading Read()
    {
        try
        {
            if (file.Read(ReadBytes) is not { } read)
            {
                return new MarkReading.None();
            }

            for (var index = read.Lines.Count - 1; index >= 0; index--)
            {
                if (TryParse(read.Lines[index], out var mark))
                {
                    return new MarkReading.At(mark, read.IsTorn || index < read.Lines.Count - 1);
                }
            }

            return new MarkReading.Unreadable("it holds no whole line");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MarkReading.Unreadable(fault.Message);
        }
    }

    /// <summary>
    /// Remembers a size that is committed; one that another process has remembered meanwhile stays. The disk is not waited for: a power cut may take the
    /// last lines, and a mark that lags behind is safe.
    /// </summary>
    /// <exception cref="IOException">The line could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The line could not be written.</exception>
    public void Advance(LogMark mark) => file.Append(
        () => Read().Last?.Size >= mark.Size
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{mark.Size} {mark.Root} {mark.At.ToUnixTimeSeconds()}"),
        () => [], isDurable: false);

    /// <summary>Why the next mark could not be written, or null. Nothing is changed.</summary>
    public string? WriteProblem() => file.WriteProblem();

    private static bool TryParse(string line, [NotNullWhen(true)] out LogMark? mark)
    {
        mark = line.Split(' ') is [var size, var root, var at]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            && Sha256Hash.TryParseBase64(root, out var hash)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new LogMark(entries, hash, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
        return mark is not null;
    }
}
