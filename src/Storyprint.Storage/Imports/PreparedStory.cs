using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Imports;

/// <summary>An imported story with everything computed that needs no database: its stored forms, and the digest by which a second run recognises it.</summary>
public sealed class PreparedStory
{
    private PreparedStory(StoryToStore story)
    {
        Text = story.Status.IsVisibleToReaders ? StoredTextForms.From(RevisionText.New(story.Content)) : null;
        Head = Text?.Head ?? StoryListing.From(story.Content);
        Json = Text?.Json ?? new Utf8Text(StoryJson.WriteUtf8(story.Content));
        SourceDigest = DigestOf(
            Json.Bytes, story.Slug.Text, story.Status, story.IsPage, story.PublishedAt?.ToUnixTimeSeconds(), story.UpdatedAt?.ToUnixTimeSeconds(), story.Zone, story.TranslationKey);

        // The body's blocks are dropped: many small objects that the garbage collector would copy for as long as the story waits.
        Story = story with { Content = story.Content with { Body = [] } };
    }

    private PreparedStory(PreparedStory same, Utf8Text json) =>
        (Story, Head, Text, Json, SourceDigest) = (same.Story, same.Head, same.Text is { } text ? text with { Json = json } : null, json, same.SourceDigest);

    /// <summary>Whether it has links that may lead to other stories of its archive.</summary>
    internal bool HasArchiveLinks => StoredLinks.IsIn(Json.Bytes);

    /// <summary>The same with other link targets: neither the canonical text nor the digest holds them.</summary>
    internal PreparedStory WithLinks(string json) => new(this, new Utf8Text(Encoding.UTF8.GetBytes(json)));

    /// <summary>The story without the blocks of its body: their stored form has been computed.</summary>
    public StoryToStore Story { get; }

    internal StoryListing Head { get; }

    /// <summary>Null for a story that readers do not see: a draft may hold text that cannot be sealed, and has no digest.</summary>
    internal StoredTextForms? Text { get; }

    internal Utf8Text Json { get; }

    internal byte[] SourceDigest { get; }

    public static PreparedStory Create(StoryToStore story) => new(story);

    /// <summary>The digest of an imported item.</summary>
    /// <param name="json">The content as it is stored. Of marked links only what they were counts, and later kinds of blocks as what importers read.</param>
    /// <param name="publishedAt">Seconds since 1970; null where the archive had no date.</param>
    /// <param name="updatedAt">Seconds since 1970.</param>
    internal static byte[] DigestOf(
        ReadOnlySpan<byte> json, string slug, StoryStatus status, bool isPage, long? publishedAt, long? updatedAt, string zone, string? translationKey)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        json = HasLaterBlocks(json) ? StoryJson.WriteUtf8(ArchiveForm.Of(StoryJson.Read(Encoding.UTF8.GetString(json)))) : json;
        hash.AppendData(StoredLinks.IsIn(json) ? Encoding.UTF8.GetBytes(StoredLinks.AsArchived(Encoding.UTF8.GetString(json))) : json);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001F',
            string.Empty, slug, status.ToString(), isPage ? "page" : "story",
            publishedAt?.ToString(CultureInfo.InvariantCulture), updatedAt?.ToString(CultureInfo.InvariantCulture), zone, translationKey)));
        return hash.GetHashAndReset();
    }

    private static bool HasLaterBlocks(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"kind\":\"gallery\""u8) >= 0 || json.IndexOf("\"kind\":\"media\""u8) >= 0 || json.IndexOf("\"kind\":\"document\""u8) >= 0;
}
