namespace Storyprint.Storage.Log;

/// <summary>What others said who may have seen more of the log than the database holds.</summary>
/// <param name="ClearsServer">Whether those who answered would know of every entry that anybody has seen.</param>
/// <param name="Sentences">Who was asked and what each said.</param>
public sealed record LogInquiry(bool ClearsServer, IReadOnlyList<string> Sentences)
{
    /// <summary>What somebody is known to have seen that the database does not hold; null where nobody is.</summary>
    public LogProblem? Problem { get; init; }

    public static LogInquiry Nobody { get; } = new(false, ["Nobody could be asked: no shared place for marks and no witness is named."]);
}
