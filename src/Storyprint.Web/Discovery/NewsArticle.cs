using System.Buffers;
using System.Text;
using System.Text.Json;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
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
        json.WriteString("@type", TypeOf(content.Label));
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
        if (content.Label != StoryLabel.Sponsored)
        {
            WriteText(json, "dateline", content.Dateline);
        }

        WriteText(json, "articleSection", content.Section.Length == 0 ? "" : page.SectionName(content.Section));
        WriteTexts(json, "keywords", content.Topics);

        var (address, _, width, height) = StoryPageHandler.Picture(page, story);
        json.WriteStartArray("image");
        json.WriteStartObject();
        json.WriteString("@type", "ImageObject");
        json.WriteString("url", address);
        json.WriteNumber("width", width);
        json.WriteNumber("height", height);
        WriteMade(json, content.LeadPicture?.Made);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteMade(json, content.Made);
        ArticleMedia.Write(json, page, story);
        WriteTexts(json, "citation", [.. (content.Sources?.Lines ?? []).Select(source => source.Plain.Trim()).Where(source => source.Length > 0)]);
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

    /// <summary>The type of an article by its label. What others paid for is no news article.</summary>
    internal static string TypeOf(StoryLabel? label) => label switch
    {
        StoryLabel.Analysis => "AnalysisNewsArticle",
        StoryLabel.Opinion => "OpinionNewsArticle",
        StoryLabel.Review => "ReviewNewsArticle",
        StoryLabel.Sponsored => "AdvertiserContentArticle",
        _ => "NewsArticle",
    };

    /// <summary>schema.org's name for IPTC's code; two of them were renamed there.</summary>
    internal static void WriteMade(Utf8JsonWriter json, DigitalSourceType? made)
    {
        if (made is { } type)
        {
            var name = type switch { DigitalSourceType.DigitalCreation => "DigitalArt", DigitalSourceType.HumanEdits => "MinorHumanEdits", _ => type.ToString() };
            json.WriteString("digitalSourceType", $"https://schema.org/{name}DigitalSource");
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
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
