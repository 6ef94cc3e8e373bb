using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>What a list shows of a story.</summary>
public sealed record StorySummary
{
    internal const string Columns = """
        s.code, s.edition, s.slug, s.section, s.kicker, s.headline, s.standfirst, s.bylines, s.status, s.current_revision, s.release_kind,
        s.published_at, s.updated_at, s.picture_hash, s.picture_width, s.picture_height, s.picture_alt, s.picture_focus_x, s.picture_focus_y, s.sort_key,
        EXISTS (SELECT 1 FROM story_note n WHERE n.story_id = s.id), s.label
        """;

    public required StoryCode Code { get; init; }

    public required string Edition { get; init; }

    public required Slug Slug { get; init; }

    public required string Section { get; init; }

    /// <summary>What kind of text it is; null where nothing was said.</summary>
    public StoryLabel? Label { get; init; }

    public required string Kicker { get; init; }

    public required string Headline { get; init; }

    public required string Standfirst { get; init; }

    public required IReadOnlyList<string> Bylines { get; init; }

    public required StoryStatus Status { get; init; }

    public required RevisionNumber Revision { get; init; }

    public required ReleaseKind ReleaseKind { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    public required Picture? Picture { get; init; }

    /// <summary>Whether it has a public note, of a correction or of the retraction.</summary>
    public required bool IsCorrected { get; init; }

    /// <summary>Order of lists: larger is newer.</summary>
    public required long SortKey { get; init; }

    internal static StorySummary Read(DbDataReader row) => new()
    {
        Code = StoryCode.FromDigits(row.GetString(0)),
        Edition = row.GetString(1),
        Slug = Slug.From(row.GetString(2)),
        Section = row.GetString(3),
        Kicker = row.GetString(4),
        Headline = row.GetString(5),
        Standfirst = row.GetString(6),
        Bylines = row.GetString(7).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Status = (StoryStatus)row.GetInt32(8),
        Revision = new RevisionNumber(Math.Max(1, row.GetInt32(9))),
        ReleaseKind = (ReleaseKind)row.GetInt32(10),
        PublishedAt = row.InstantOrNull(11) ?? DateTimeOffset.UnixEpoch,
        UpdatedAt = row.InstantOrNull(12),
        Picture = row.TextOrNull(13) is not { } hash ? null : new Picture
        {
            Hash = hash,
            Width = row.GetInt32(14),
            Height = row.GetInt32(15),
            Alt = row.TextOrNull(16) ?? string.Empty,
            Focus = FocalPoint.Within(row.GetDouble(17), row.GetDouble(18)),
        },
        SortKey = row.GetInt64(19),
        IsCorrected = row.GetBoolean(20),
        Label = CodeNames.Named<StoryLabel>(row.TextOrNull(21)),
    };
}
