using Storyprint.Extraction;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Text.Matching;

namespace Storyprint.Checking;

/// <summary>What a copy was found to be.</summary>
public sealed record CopyAnswer
{
    public required CopyVerdict Verdict { get; init; }

    /// <summary>The stories that it follows, in the order of the copy.</summary>
    public IReadOnlyList<CopyPart> Parts { get; init; } = [];

    /// <summary>The whole copy in its order; what is ours belongs to one of <see cref="Parts"/>.</summary>
    public IReadOnlyList<CopyStretch> Stretches { get; init; } = [];

    /// <summary>The stories that it names by a link, a mark or a code.</summary>
    public IReadOnlyList<NamedStory> Named { get; init; } = [];

    /// <summary>Where a text too short to be sure stands word for word, newest first.</summary>
    public IReadOnlyList<StorySummary> Mentions { get; init; } = [];

    /// <inheritdoc cref="CopyInput.Hidden"/>
    public IReadOnlyList<HiddenCharacter> Hidden { get; init; } = [];

    /// <inheritdoc cref="CopyInput.Read"/>
    public ExtractedText? Read { get; init; }

    /// <summary>The story that a mark leads to, where nothing else could be read in the picture; else null.</summary>
    public NamedStory? Marked => Read is { IsRecognised: true, Lack: not null } && Parts.Count == 0 ? Named.FirstOrDefault(named => named.Story is not null) : null;

    /// <summary>How many words may only have been misread.</summary>
    public int Readings => Differences.Count(difference => difference.Kind == CopyDifferenceKind.Reading);

    /// <summary>The differences of all parts, the gravest first.</summary>
    public IEnumerable<CopyDifference> Differences => Parts.SelectMany(part => part.Comparison.Differences).OrderBy(difference => difference.Kind);

    public int Alterations => Parts.Sum(part => part.Comparison.Alterations);
}

/// <summary>A revision that a part of a copy follows.</summary>
public sealed record CopyPart
{
    /// <summary>The revision with the fewest differences, of several the newest.</summary>
    public required PublishedStory Revision { get; init; }

    public required CopyComparison Comparison { get; init; }

    /// <summary>The revisions of the same story that it follows as closely, this one among them, in order.</summary>
    public required IReadOnlyList<RevisionNumber> Alike { get; init; }

    /// <summary>The revisions of other stories that it follows as closely.</summary>
    public IReadOnlyList<PublishedStory> Ties { get; init; } = [];
}

/// <summary>A stretch of a copy, and the part that it belongs to; null for somebody else's text.</summary>
public sealed record CopyStretch(CopySection Section, CopyPart? Part);

/// <summary>A story that a copy names.</summary>
/// <param name="Story">The revision that is named, or the newest; null where readers may not see it.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn.</param>
/// <param name="Seal">What the seal in it says, where there is one.</param>
public sealed record NamedStory(StoryCode Code, RevisionNumber? Number, PublishedStory? Story, bool IsWithdrawn, SealReading Seal = SealReading.None);
