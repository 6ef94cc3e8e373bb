using System.Text.Encodings.Web;
using System.Text.Json;

namespace Storyprint.Web.Feeds;

/// <summary>JSON Feed 1.1.</summary>
public static class JsonFeed
{
    // Never embedded in HTML, so text need not be escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static byte[] Write(Feed feed)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Page);
            json.WriteString("feed_url", $"{feed.Address}.json");
            WriteText(json, "description", feed.Description);
            json.WriteString("language", feed.Language);
            WriteAuthors(json, [new FeedAuthor(feed.Publisher, null)]);
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
            {
                WriteItem(json, item, feed.Language);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedItem item, string language)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Link);
        json.WriteString("title", item.Title);
        json.WriteString("content_html", item.Html);
        WriteText(json, "summary", item.Summary);
        WriteText(json, "image", item.Picture ?? string.Empty);
        json.WriteString("date_published", FeedXml.Moment(item.PublishedAt));
        json.WriteString("date_modified", FeedXml.Moment(item.UpdatedAt));
        json.WriteString("language", language);
        WriteAuthors(json, item.Authors);
        if (item.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var category in item.Categories)
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<FeedAuthor> authors)
    {
        if (authors.Count == 0)
        {
            return;
        }

        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            json.WriteString("name", author.Name);
            WriteText(json, "url", author.Page ?? string.Empty);
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
