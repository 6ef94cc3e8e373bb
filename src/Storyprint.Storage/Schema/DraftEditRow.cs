namespace Storyprint.Storage.Schema;

/// <summary>A change of a story's text in the newsroom: the journal that is its history.</summary>
public sealed class DraftEditRow
{
    public long StoryId { get; set; }

    /// <summary>The name of a proposal; empty for the draft itself.</summary>
    public required string Proposal { get; set; }

    /// <summary>The version that it made.</summary>
    public long Version { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long At { get; set; }

    /// <summary>A <see cref="Storyprint.Storage.Drafts.Journal.DraftEditKind"/>.</summary>
    public int Kind { get; set; }

    /// <summary>Null for what came from elsewhere.</summary>
    public string? PersonId { get; set; }

    public required string Author { get; set; }

    /// <summary>The editor that sent it; null for what came from elsewhere.</summary>
    public string? Editor { get; set; }

    /// <summary>The editor's name for its request, by which a repeated one is known again.</summary>
    public string? Request { get; set; }

    /// <summary>What leads from the version before to this one, as <see cref="Storyprint.Stories.Drafts.Wire.DraftJson"/>.</summary>
    public required string Change { get; set; }

    /// <summary>The whole text as the editor had it, where merging made another of it.</summary>
    public string? Branch { get; set; }

    /// <summary>The whole text of this version; kept for some, so that others are quickly made from it.</summary>
    public string? Snapshot { get; set; }

    /// <summary>The name that somebody gave this state; null for none.</summary>
    public string? Name { get; set; }
}
