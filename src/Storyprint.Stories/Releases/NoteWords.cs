namespace Storyprint.Stories.Releases;

/// <summary>An editor's words for a correction; the rule refuses it while one of the three sentences is empty.</summary>
public sealed record NoteWords
{
    /// <summary>The whole note as shown, in the edition's language.</summary>
    public required string Text { get; init; }

    /// <summary>What the story said.</summary>
    public required string Said { get; init; }

    /// <summary>What it says now.</summary>
    public required string Says { get; init; }

    /// <summary>Who found the error, if they agreed to be named.</summary>
    public string? FoundBy { get; init; }

    internal IEnumerable<ReleaseRefusal> Refusals()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new ReleaseRefusal.NoteWithoutText();
        }

        if (string.IsNullOrWhiteSpace(Said))
        {
            yield return new ReleaseRefusal.NoteWithoutSaid();
        }

        if (string.IsNullOrWhiteSpace(Says))
        {
            yield return new ReleaseRefusal.NoteWithoutSays();
        }
    }

    /// <summary>The note as it stands on the story, dated.</summary>
    public CorrectionNote NoteAt(DateTimeOffset at) => new(Text.Trim(), at)
    {
        Said = Said.Trim(),
        Says = Says.Trim(),
        FoundBy = string.IsNullOrWhiteSpace(FoundBy) ? null : FoundBy.Trim(),
    };
}
