using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>What stands of a story: its draft's content or else the published one, and the blocks that the editor last made of it.</summary>
internal sealed record StandingText
{
    public required long StoryId { get; init; }

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

    public static Task<StandingText?> ReadAsync(DbConnection connection, StoryCode code, CancellationToken cancellation) => connection.FirstAsync(
        """
        SELECT s.id, s.status, s.slug, s.current_revision, d.base_revision, COALESCE(d.content, r.content), t.version, t.blocks, t.content_digest, t.erasures
        FROM story s LEFT JOIN draft d ON d.story_id = s.id LEFT JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision
             LEFT JOIN draft_text t ON t.story_id = s.id
        WHERE s.code = @code
        """,
        row => new StandingText
        {
            StoryId = row.GetInt64(0),
            Status = (StoryStatus)row.GetInt32(1),
            Slug = row.GetString(2),
            CurrentRevision = row.GetInt32(3),
            BaseRevision = row.IsDBNull(4) ? null : row.GetInt32(4),
            Content = row.TextOrNull(5),
            Version = row.IsDBNull(6) ? 0 : row.GetInt64(6),
            Blocks = row.TextOrNull(7),
            ContentDigest = row.IsDBNull(8) ? null : (byte[])row.GetValue(8),
            Erasures = row.IsDBNull(9) ? 0 : row.GetInt64(9),
        },
        cancellation, ("@code", code.Digits));

    /// <summary>Whether the content is that of the blocks.</summary>
    public bool IsOfBlocks => ContentDigest is not null && Content is not null && ContentDigest.AsSpan().SequenceEqual(DigestOf(Content));

    /// <summary>Whether the story was released from elsewhere since the draft was made.</summary>
    public bool IsBehind => BaseRevision is > 0 and var made && made < CurrentRevision;

    /// <summary>Whether nothing happened to the text since the other was read.</summary>
    public bool Equals(StandingText? other) => other is not null && StoryId == other.StoryId && Status == other.Status && Version == other.Version && Erasures == other.Erasures
        && BaseRevision == other.BaseRevision && CurrentRevision == other.CurrentRevision && Content == other.Content;

    public override int GetHashCode() => HashCode.Combine(StoryId, Version);

    public static byte[] DigestOf(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content));
}
