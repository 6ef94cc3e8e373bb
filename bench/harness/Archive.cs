using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Bench;

/// <summary>Makes archives that behave like real ones: Zipf words, a few hundred words a story, sections, topics and authors that repeat.</summary>
internal sealed class Archive(int seed, string[]? syllables = null)
{
    /// <summary>Syllables of words that look Persian.</summary>
    public static readonly string[] Persian = ["با", "رن", "مو", "تی", "سال", "کر", "دو", "لین", "است", "پر", "وه", "گر", "هول", "نی", "ستی", "ما", "تور", "ال", "کو", "درو"];

    private static readonly string[] Latin = ["ba", "ren", "mo", "ti", "sal", "ker", "du", "lin", "ost", "pra", "ve", "gar", "hol", "ni", "sti", "ma", "tor", "ell", "qua", "dro"];
    private static readonly string[] Sections = ["city", "sea", "culture", "weather", "science", "work", "sport"];

    // Made once: a bench may ask for a story of each of many seeds.
    private static readonly ConcurrentDictionary<string[], string[]> Vocabularies = new();

    private readonly Random random = new(seed);
    private readonly string[] words = Vocabularies.GetOrAdd(syllables ?? Latin, letters => [.. Enumerable.Range(0, 30_000).Select(index => Word(index, letters)).Distinct()]);

    /// <summary>A word by its rank: 0 is in nearly every story.</summary>
    public string this[int rank] => words[rank];

    /// <summary>A story as an import hands it to the database.</summary>
    /// <param name="number">Also its source and its day.</param>
    /// <param name="revision">Other words for another one.</param>
    /// <param name="picture">A picture that it shares with others, or null.</param>
    public StoryToStore Story(string language, int number, int revision, (string Hash, int Width, int Height)? picture)
    {
        var section = Sections[number % Sections.Length];
        var headline = Capital(Text(random.Next(5, 11)));
        List<Block> body = [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => new Paragraph(RichText.From(Capital(Text(random.Next(30, 70))) + ".")))];
        body.Insert(1, new Quotation([RichText.From(Capital(Text(20)) + ".")], Capital(Text(2))));
        if (picture is { } shown)
        {
            body.Insert(0, new Picture { Hash = shown.Hash, Width = shown.Width, Height = shown.Height, Alt = Capital(Text(6)), Caption = RichText.From(Capital(Text(8))) });
        }

        return new StoryToStore
        {
            Source = string.Create(CultureInfo.InvariantCulture, $"bench:{language}:{number}"),
            Content = new StoryContent
            {
                Language = language,
                Headline = headline,
                Standfirst = string.Create(CultureInfo.InvariantCulture, $"{Capital(Text(18))} {revision}."),
                Bylines = [Capital(words[400 + random.Next(60)])],
                Section = section,
                Topics = [words[random.Next(400)], words[random.Next(400)]],
                Body = body,
            },
            Slug = Slug.From(headline),
            Status = StoryStatus.Published,
            IsPage = false,
            PublishedAt = new DateTimeOffset(2005, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(11L * number),
            UpdatedAt = null,
            Zone = "UTC",
            Code = null,
            Section = new SectionName(section, section),
            TranslationKey = null,
            LegacyUrls = [],
        };
    }

    private const int Authors = 60;

    /// <summary>Writes a WordPress export with this many posts.</summary>
    public void WriteWxr(string path, int stories)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.Write("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Bench</title><link>https://old.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>

            """);

        // A login is no byline; the names that belong to them are.
        for (var author = 0; author < Authors; author++)
        {
            file.Write(string.Create(CultureInfo.InvariantCulture, $"<wp:author><wp:author_login><![CDATA[author{author}]]></wp:author_login><wp:author_display_name><![CDATA[Author {Capital(this[author])}]]></wp:author_display_name></wp:author>\n"));
        }

        var at = new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var id = 1; id <= stories; id++)
        {
            at = at.AddSeconds(random.Next(60, 2000));
            WriteItem(file, id, at);
        }

        file.Write("</channel></rss>\n");
    }

    private void WriteItem(StreamWriter file, int id, DateTime at)
    {
        var section = Sections[random.Next(Sections.Length)];
        var date = at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        file.Write(string.Create(CultureInfo.InvariantCulture, $"""
            <item><title>{Capital(Text(random.Next(5, 11)))}</title><link>https://old.example/{at:yyyy/MM}/{id}/</link><dc:creator><![CDATA[author{random.Next(Authors)}]]></dc:creator>
            <guid isPermaLink="false">https://old.example/?p={id}</guid><excerpt:encoded><![CDATA[{Capital(Text(18))}.]]></excerpt:encoded>
            <wp:post_id>{id}</wp:post_id><wp:post_date>{date}</wp:post_date><wp:post_date_gmt>{date}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
            <category domain="category" nicename="{section}"><![CDATA[{section}]]></category><category domain="post_tag" nicename="t"><![CDATA[{words[random.Next(400)]}]]></category>
            <category domain="post_tag" nicename="t"><![CDATA[{words[random.Next(400)]}]]></category>
            <content:encoded><![CDATA[
            """));
        for (var paragraph = 0; paragraph < 7; paragraph++)
        {
            file.Write($"<!-- wp:paragraph --><p>{Capital(Text(random.Next(30, 70)))}.</p><!-- /wp:paragraph -->\n");
            if (paragraph == 3)
            {
                file.Write($"<!-- wp:quote --><blockquote class=\"wp-block-quote\"><p>{Capital(Text(20))}.</p><cite>{Capital(Text(2))}</cite></blockquote><!-- /wp:quote -->\n");
            }
        }

        file.Write("]]></content:encoded></item>\n");
    }

    private string Text(int length)
    {
        var text = new StringBuilder();
        for (var index = 0; index < length; index++)
        {
            text.Append(index > 0 ? " " : "").Append(words[Zipf()]);
        }

        return text.ToString();
    }

    // Rank r with a chance near 1/r, which is how words of languages fall.
    private int Zipf() => (int)Math.Min(words.Length - 1, Math.Exp(random.NextDouble() * Math.Log(words.Length)) - 1);

    private static string Word(int index, string[] syllables)
    {
        var word = new StringBuilder();
        for (var rest = index + 1; rest > 0; rest /= syllables.Length)
        {
            word.Append(syllables[rest % syllables.Length]);
        }

        return word.ToString();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
