using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Storage.Log;

/// <summary>
/// A small file outside the database that records the size of the log, a line a release: <c>SIZE ROOT SECONDS</c>. A database that was set back is behind it:
/// that is how a restored backup is noticed before it forks the log. Back the file up apart from the database.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="witnesses">The witnesses whose statements count now; null where there are none.</param>
/// <param name="shared">Where other processes with the keys leave their marks; null where no such place is named.</param>
public sealed class HighWaterMark(string path, Func<WitnessList>? witnesses = null, SharedMarks? shared = null)
{
    private const int MaxBytes = 1 << 20;

    // Some forty lines: the last whole line is among them even behind several torn ones.
    private const int ReadBytes = 4096;

    private readonly LineFile file = new(path, MaxBytes);

    public string Path => path;

    public SharedMarks? Shared => shared;

    /// <summary>The statements of the witnesses, in a file beside the mark.</summary>
    public WitnessStatementFile WitnessStatements { get; } = new(System.IO.Path.ChangeExtension(path, ".witnesses"));

    /// <summary>
    /// The last statement of each witness that the publication names, with its name there. Others do not count, so a faulty witness cannot stop a newsroom for
    /// ever: it is removed from the settings.
    /// </summary>
    public IReadOnlyList<(string Name, WitnessStatement Statement)> LastStatements() => witnesses?.Invoke() is not { IsEmpty: false } named ? [] :
        [.. WitnessStatements.Read().SelectMany(statement => named.Witnesses.Where(witness => witness.Key.Equals(statement.Witness)).Select(witness => (witness.Name, statement)))];

    /// <summary>The last whole line. A file that exists but cannot be read is never taken for none: it may be the only sign of a database that was set back.</summary>
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
                if (LogMark.TryParse(read.Lines[index], out var mark))
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
    /// Records a committed size; a larger one recorded by another process stays. The file is not flushed to disk: a power cut may take the last lines, and a
    /// mark that lags behind is safe.
    /// </summary>
    /// <exception cref="IOException">The line could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The line could not be written.</exception>
    public void Advance(LogMark mark) => file.Append(
        () => Read().Last?.Size >= mark.Size ? null : mark.Line, () => [], isDurable: false);

    /// <summary>Why the next mark could not be written, or null. Nothing is changed.</summary>
    public string? WriteProblem() => file.WriteProblem();
}
