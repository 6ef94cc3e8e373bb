namespace Storyprint.Storage.Log.Witnesses;

/// <summary>
/// What each witness said last, in a small file outside the database: a line a word, the last of a witness counts. A database that was set back
/// has forgotten what the witnesses saw; this has not.
/// </summary>
public sealed class WitnessStatementFile(string path)
{
    // Beyond this the file is begun anew with each witness's last word.
    private const int MaxBytes = 1 << 15;
    private readonly LineFile file = new(path, MaxBytes);

    public string Path => path;

    /// <summary>The last word of every witness that ever spoke; lines that a stopped machine left half written are passed over.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is there and may not be read.</exception>
    public IReadOnlyList<WitnessStatement> Read()
    {
        var last = new Dictionary<string, WitnessStatement>(StringComparer.Ordinal);
        foreach (var line in file.Read(int.MaxValue)?.Lines ?? [])
        {
            if (WitnessStatement.TryParse(line, out var word))
            {
                last[word.Witness.ToString()] = word;
            }
        }

        return [.. last.Values];
    }

    /// <summary>Remembers what a witness said. When this returns, it is on the disk.</summary>
    /// <exception cref="IOException">The line could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The line could not be written.</exception>
    public void Keep(WitnessStatement word) => file.Append(

        // Nothing new is not written again: a witness is asked every few minutes.
        () => Read().Any(said => said with { At = word.At } == word) ? null : word.Line,
        () => Read().Where(said => !said.Witness.Equals(word.Witness)).Select(said => said.Line), isDurable: true);
}
