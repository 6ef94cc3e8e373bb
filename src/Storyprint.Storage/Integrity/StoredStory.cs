using System.Globalization;
using Storyprint.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Integrity;

/// <summary>A stored story: its row, its revisions in order, and its rows in lists.</summary>
internal sealed record StoredStory
{
    public required StoredRow Row { get; init; }

    public required IReadOnlyList<StoredRevision> Revisions { get; init; }

    /// <summary>Rows of <c>story_topic</c> as <c>edition/slug/sort key</c>.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Rows of <c>story_byline</c> in the same form.</summary>
    public required IReadOnlyList<string> Bylines { get; init; }

    /// <summary>Rows of <c>story_note</c> as <c>edition/released at/ordinal</c>.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Hashes.</summary>
    public required IReadOnlyList<string> Pictures { get; init; }

    public required IReadOnlyList<string> LegacyUrls { get; init; }

    public long Id => Row.Number("id") ?? 0;

    public string Code => Row.Text("code") ?? Row.Shown("code");

    public string Name => $"story {Code}";

    public StoredRevision? Newest => Revisions.Count == 0 ? null : Revisions[^1];

    public bool IsWithdrawn => Newest?.Kind == ReleaseKind.Withdrawal;

    /// <summary>The content readers see; null before the first release, after a withdrawal, and where the newest text is lost.</summary>
    public StoryContent? Shown => Newest?.Content;

    /// <summary>The revision made by the last import; 0 for a story of the newsroom.</summary>
    public long SourceRevision => Row.Number("source_revision") ?? 0;

    /// <summary>The status that follows from the releases; null where nothing determines it.</summary>
    public StoryStatus? Status => IsWithdrawn ? StoryStatus.Withdrawn : Shown is null ? null
        : Revisions.Aggregate(StoryStatus.Draft, (status, revision) => revision.Kind switch
        {
            ReleaseKind.Retraction => StoryStatus.Retracted,
            ReleaseKind.Correction when status == StoryStatus.Retracted => StoryStatus.Retracted,
            _ => StoryStatus.Published,
        });

    public string NameOf(StoredRevision revision) => string.Create(CultureInfo.InvariantCulture, $"revision {Code}.{revision.Number}");
}
