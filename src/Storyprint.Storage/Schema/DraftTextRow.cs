namespace Storyprint.Storage.Schema;

/// <summary>The text of a story as the editor holds it: blocks with identities. It stays when the draft is released, so that the next one goes on from it.</summary>
public sealed class DraftTextRow
{
    public long StoryId { get; set; }

    /// <summary>The name of a proposal; empty for the draft itself.</summary>
    public required string Proposal { get; set; }

    /// <summary>Counts the states of the text, from 1.</summary>
    public long Version { get; set; }

    /// <summary><see cref="Storyprint.Stories.Drafts.Wire.DraftJson"/>.</summary>
    public required string Blocks { get; set; }

    /// <summary>SHA-256 of the content that these blocks have; another content was written elsewhere, by an import or a release. Null for a proposal.</summary>
    public byte[]? ContentDigest { get; set; }

    /// <summary>Whether somebody has something to choose, which holds a release.</summary>
    public bool HasChoices { get; set; }

    /// <summary>The version of the draft that a proposal stands beside; 0 for the draft itself.</summary>
    public long BaseVersion { get; set; }

    /// <summary>Who made which change of a proposal, as JSON; null for the draft itself.</summary>
    public string? Authors { get; set; }

    /// <summary>When a proposal was closed, UTC milliseconds since 1970; null while it is open, and for the draft itself.</summary>
    public long? ClosedAt { get; set; }

    /// <summary>Counts how often words were taken out of kept states, from 0: whoever keeps states in memory reads them again.</summary>
    public long Erasures { get; set; }
}
