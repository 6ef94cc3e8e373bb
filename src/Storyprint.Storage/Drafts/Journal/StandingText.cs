using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>What stands of a story: its draft's content or else the published one, and the blocks that the editor last made of it.</summary>
internal sealed record StandingText
{
    public required long StoryId { get; init; }

    /// <summary>The name of a proposal; empty for the draft itself.</summary>
    public required string Proposal { get; init; }

    public required StoryStatus Status { get; init; }

    public required string Slug { get; init; }

    public required int CurrentRevision { get; init; }

    /// <summary>The revision that the draft was made from; null where there is no draft.</summary>
    public int? BaseRevision { get; init; }

    /// <summary><see cref="Storyprint.Stories.StoryJson"/>; null where no word is left.</summary>
    public string? Content { get; init; }

    /// <summary>0 where no editor ever opened the story.</summary>
    public long Version { get; init; }

    public string? Blocks { get; init; }

    public byte[]? ContentDigest { get; init; }

    public long Erasures { get; init; }

    /// <summary>The version of the draft that a proposal stands beside.</summary>
    public long BaseVersion { get; init; }

    /// <summary>The version that the draft has now; 0 where no editor opened it.</summary>
    public long DraftVersion { get; init; }

    /// <summary>Who made which change of a proposal.</summary>
    public string? Authors { get; init; }

    public static Task<StandingText?> ReadAsync(DbConnection connection, DraftDocument document, CancellationToken cancellation) => connection.FirstAsync(
        """
        SELECT s.id, s.status, s.slug, s.current_revision, d.base_revision, COALESCE(d.content, r.content), t.version, t.blocks, t.content_digest, t.erasures,
               t.base_version, t.authors, m.version
        FROM story s LEFT JOIN draft d ON d.story_id = s.id LEFT JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision
             LEFT JOIN draft_text t ON t.story_id = s.id AND t.proposal = @proposal LEFT JOIN draft_text m ON m.story_id = s.id AND m.proposal = ''
        WHERE s.code = @code AND (@proposal = '' OR t.version IS NOT NULL)
        """,
        row => new StandingText
        {
            StoryId = row.GetInt64(0),
            Proposal = document.Proposal,
            Status = (StoryStatus)row.GetInt32(1),
            Slug = row.GetString(2),
            CurrentRevision = row.GetInt32(3),
            BaseRevision = row.IsDBNull(4) ? null : row.GetInt32(4),
            Content = row.TextOrNull(5),
            Version = row.IsDBNull(6) ? 0 : row.GetInt64(6),
            Blocks = row.TextOrNull(7),
            ContentDigest = row.IsDBNull(8) ? null : (byte[])row.GetValue(8),
            Erasures = row.IsDBNull(9) ? 0 : row.GetInt64(9),
            BaseVersion = row.IsDBNull(10) ? 0 : row.GetInt64(10),
            Authors = row.TextOrNull(11),
            DraftVersion = row.IsDBNull(12) ? 0 : row.GetInt64(12),
        },
        cancellation, ("@code", document.Code.Digits), ("@proposal", document.Proposal));

    /// <summary>Whether nothing is to be taken in before somebody goes on writing.</summary>
    public bool IsCurrent => Proposal.Length > 0 ? BaseVersion == DraftVersion : IsOfBlocks && !IsBehind;

    /// <summary>Whether the content is that of the blocks.</summary>
    public bool IsOfBlocks => ContentDigest is not null && Content is not null && ContentDigest.AsSpan().SequenceEqual(DigestOf(Content));

    /// <summary>Whether the story was released from elsewhere since the draft was made.</summary>
    public bool IsBehind => BaseRevision is > 0 and var made && made < CurrentRevision;

    /// <summary>Whether nothing happened to the text since the other was read.</summary>
    public bool Equals(StandingText? other) => other is not null && StoryId == other.StoryId && Status == other.Status && Version == other.Version && Erasures == other.Erasures
        && BaseVersion == other.BaseVersion && DraftVersion == other.DraftVersion && BaseRevision == other.BaseRevision && CurrentRevision == other.CurrentRevision && Content == other.Content;

    public override int GetHashCode() => HashCode.Combine(StoryId, Version);

    public static byte[] DigestOf(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content));
}
