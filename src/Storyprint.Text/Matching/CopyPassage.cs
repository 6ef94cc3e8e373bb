namespace Storyprint.Text.Matching;

/// <summary>A passage of a copy: words that follow one line of the original, or somebody else's.</summary>
/// <param name="From">The index of its first word in the copy.</param>
/// <param name="To">Behind its last.</param>
/// <param name="Line">The line that it follows; null where it is of somebody else.</param>
public sealed record CopyPassage(int From, int To, int? Line = null)
{
    /// <summary>The words of the original that it follows.</summary>
    public int OriginalFrom { get; init; }

    /// <inheritdoc cref="OriginalFrom"/>
    public int OriginalTo { get; init; }

    public int Count => To - From;

    public bool IsOurs => Line is not null;
}
