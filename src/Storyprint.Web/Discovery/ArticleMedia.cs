using System.Globalization;
using System.Text.Json;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Discovery;

/// <summary>The sounds and films of a story as schema.org AudioObject and VideoObject.</summary>
internal static class ArticleMedia
{
    public static void Write(Utf8JsonWriter json, PageContext page, PublishedStory story)
    {
        foreach (var kind in story.Content.Body.OfType<MediaFile>().Where(media => media.File is not null).GroupBy(media => media.Kind).OrderBy(kind => kind.Key))
        {
            json.WriteStartArray(kind.Key == MediaKind.Video ? "video" : "audio");
            foreach (var media in kind)
            {
                Write(json, page, story, media, media.File!);
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, PageContext page, PublishedStory story, MediaFile media, StoredFile file)
    {
        json.WriteStartObject();
        json.WriteString("@type", media.Kind == MediaKind.Video ? "VideoObject" : "AudioObject");
        json.WriteString("name", media.Title.Length > 0 ? media.Title : story.Content.Headline);
        if (!media.Caption.IsEmpty)
        {
            json.WriteString("description", media.Caption.Plain);
        }

        json.WriteString("contentUrl", page.Absolute(file.Path));
        json.WriteString("uploadDate", page.Dates.Machine(story.PublishedAt));
        if (media.Poster is { } poster)
        {
            json.WriteString("thumbnailUrl", page.Absolute($"/media/{poster.Hash}/{RenditionStore.Largest}.jpg"));
        }

        // ISO 8601, 5.5.2.
        if (media.Seconds is { } seconds)
        {
            json.WriteString("duration", string.Create(CultureInfo.InvariantCulture, $"PT{seconds / 60}M{seconds % 60}S"));
        }

        if (!media.Transcript.IsEmpty)
        {
            json.WriteString("transcript", media.Transcript.Plain);
        }

        NewsArticle.WriteMade(json, media.Made);
        json.WriteEndObject();
    }
}
