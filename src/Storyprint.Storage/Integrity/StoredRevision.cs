using System.Text;
using System.Text.Json;
using Storyprint.Provenance.Entries;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Integrity;

/// <summary>A revision as it is stored, with the entry that the log has at its place.</summary>
internal sealed class StoredRevision
{
    public StoredRevision(StoredRow row)
    {
        Row = row;
        Json = row.Text("content");
        (Content, Unreadable) = Read(Json);
        if (row.Bytes("entry") is { } bytes && LogEntry.TryParse(bytes, out var entry, out _))
        {
            Entry = entry as RevisionEntry;
        }
    }

    public StoredRow Row { get; }

    public long StoryId => Row.Number("story_id") ?? 0;

    public long Number => Row.Number("number") ?? 0;

    public ReleaseKind Kind => (ReleaseKind)(Row.Number("release_kind") ?? 0);

    public long? ReleasedAt => Row.Number("released_at");

    public long? Index => Row.Number("log_index");

    public string? Json { get; }

    /// <summary>Null where there is none, or where it cannot be read.</summary>
    public StoryContent? Content { get; }

    /// <summary>Why the content cannot be read, or null.</summary>
    public string? Unreadable { get; }

    /// <summary>Null where the log has no entry of a revision at its place.</summary>
    public RevisionEntry? Entry { get; }

    /// <summary>The words that are sealed, in the version that the row names; null without a content, or where the version is none.</summary>
    public RevisionText? Text => Content is not null && Row.Number("text_version") is { } version && Enum.IsDefined((TextVersion)version)
        ? new RevisionText((TextVersion)version, Content, Row.Text("note"))
        : null;

    /// <summary>The canonical text; null without one.</summary>
    public byte[]? Canonical => Text is null ? null : Encoding.UTF8.GetBytes(CanonicalText.Create(Text));

    private static (StoryContent? Content, string? Unreadable) Read(string? json)
    {
        if (json is null)
        {
            return (null, null);
        }

        try
        {
            return (StoryJson.Read(json), null);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            return (null, fault.Message);
        }
    }
}
