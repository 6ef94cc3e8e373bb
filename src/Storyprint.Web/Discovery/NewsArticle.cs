using System.Buffers;
using System.Text;
using System.Text.Json;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;

namespace Storyprint.Web.Discovery;

/// <summary>The schema.org NewsArticle of a story as JSON-LD.</summary>
public static class NewsArticle
{
    /// <summary>JSON that is safe inside a script element: the writer escapes every angle bracket and ampersand.</summary>
    /// <param name="notes">The notes of the newest revision: they apply to an older revision too.</param>
    public static string Create(PageContext page, PublishedStory story, IReadOnlyList<CorrectionNote> notes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, page, story, notes);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, PageContext page, PublishedStory story, IReadOnlyList<CorrectionNote> notes)
    {
        var content = story.Content;
        var link = page.Publication.PublicAddress.NewsLink(story.Code, story.Slug);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", link);
        json.WriteString("url", link);
        json.WriteString("mainEntityOfPage", link);
        json.WriteString("headline", content.Headline);
        json.WriteString("description", content.Summary);
        json.WriteString("inLanguage", content.Language);
        json.WriteString("datePublished", page.Dates.Machine(story.PublishedAt));
        json.WriteString("dateModified", page.Dates.Machine(story.UpdatedAt ?? story.PublishedAt));
        json.WriteString("version", story.Number.ToString());
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteStartObject("identifier");
        json.WriteString("@type", "PropertyValue");
        json.WriteString("propertyID", "Story Code");
        json.WriteString("value", story.Code.Digits);
        json.WriteEndObject();
        WriteText(json, "dateline", content.Dateline);
        WriteText(json, "articleSection", content.Section.Length == 0 ? "" : page.SectionName(content.Section));
        if (content.Topics.Count > 0)
        {
            json.WriteStartArray("keywords");
            foreach (var topic in content.Topics)
            {
                json.WriteStringValue(topic);
            }

            json.WriteEndArray();
        }

        var (address, _, width, height) = StoryPageHandler.Picture(page, story);
        json.WriteStartArray("image");
        json.WriteStartObject();
        json.WriteString("@type", "ImageObject");
        json.WriteString("url", address);
        json.WriteNumber("width", width);
        json.WriteNumber("height", height);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteAuthors(json, page, content.Bylines);
        json.WriteStartObject("publisher");
        NewsOrganization.WriteWhole(json, page);
        json.WriteEndObject();
        if (story.Status == StoryStatus.Retracted)
        {
            json.WriteString("creativeWorkStatus", "Retracted");
        }

        WriteNotes(json, page, link, notes);
        json.WriteEndObject();
    }

    // A story without a byline is the publication's own.
    private static void WriteAuthors(Utf8JsonWriter json, PageContext page, IReadOnlyList<string> bylines)
    {
        json.WriteStartArray("author");
        if (bylines.Count == 0)
        {
            json.WriteStartObject();
            NewsOrganization.Write(json, page);
            json.WriteEndObject();
        }

        foreach (var name in bylines)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Person");
            json.WriteString("name", name);
            if (!Slug.From(name).IsEmpty)
            {
                json.WriteString("url", page.Absolute(page.Author(name)));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNotes(Utf8JsonWriter json, PageContext page, string link, IReadOnlyList<CorrectionNote> notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        json.WriteStartArray("correction");
        foreach (var (index, note) in notes.Index())
        {
            json.WriteStartObject();
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("url", $"{link}#correction-{notes.Count - index}");
            json.WriteString("text", note.Text);
            json.WriteString("datePublished", page.Dates.Machine(note.At));
            if (note.CorrectedAt is { } corrected)
            {
                json.WriteString("dateModified", page.Dates.Machine(corrected));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }
}
