namespace Storyprint.Storage.Log.Witnesses;

/// <summary>
/// The last statement of each witness, in a small file outside the database, a line each: the last line of a witness counts. It keeps what a database that was
/// set back has lost.
/// </summary>
public sealed class WitnessStatementFile(string path)
{
    // Beyond this size the file is started over with the last statement of each witness.
    private const int MaxBytes = 1 << 15;
    private readonly LineFile file = new(path, MaxBytes);

    public string Path => path;

    /// <summary>The last statement of every witness; torn lines are skipped.</summary>
    /// <exception cref="IOException">The file exists and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file exists and may not be read.</exception>
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

    /// <summary>Records a statement. When this returns, it is on the disk.</summary>
    /// <exception cref="IOException">The line could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The line could not be written.</exception>
    public void Keep(WitnessStatement word) => file.Append(

        // An unchanged statement is not written again: a witness is asked every few minutes.
        () => Read().Any(said => said with { At = word.At } == word) ? null : word.Line,
        () => Read().Where(said => !said.Witness.Equals(word.Witness)).Select(said => said.Line), isDurable: true);
}
