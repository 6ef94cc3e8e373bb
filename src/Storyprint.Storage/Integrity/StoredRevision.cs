using System.Text;
using System.Text.Json;
using Storyprint.Provenance.Entries;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Integrity;

/// <summary>A stored revision with the log entry at its index.</summary>
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

    /// <summary>Null where there is none or it cannot be read.</summary>
    public StoryContent? Content { get; }

    /// <summary>Why the content cannot be read, or null.</summary>
    public string? Unreadable { get; }

    /// <summary>Null where the log has no revision entry at its index.</summary>
    public RevisionEntry? Entry { get; }

    /// <summary>The sealed words, in the row's text version; null without content or for an unknown version.</summary>
    public RevisionText? Text => Content is not null && Row.Number("text_version") is { } version && Enum.IsDefined((TextVersion)version)
        ? new RevisionText((TextVersion)version, Content, Row.Text("note"))
        : null;

    /// <summary>The canonical text, or null.</summary>
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
