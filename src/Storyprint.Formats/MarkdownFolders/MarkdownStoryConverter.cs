using Storyprint.Formats.Dates;
using Storyprint.Formats.Encodings;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Converts the fields and the text of a file to an imported story.</summary>
internal sealed class MarkdownStoryConverter(ImportOptions options, string root)
{
    private readonly PictureFileLocator pictures = new(root);
    private readonly ArchiveFileLinks files = new(root, ".md", ".markdown", "/index.md", "/_index.md");
    private readonly HugoCascade cascade = new(root);
    private readonly EleventyData data = new(root);
    private readonly JekyllConfig config = new(root);
    private readonly AuthorProfiles authors = new(root);
    private readonly ArchivePlace place = new(root, options.Archive);

    public ImportedItem Convert(FrontMatter.Known file, string relative, string source)
    {
        var fields = file.Fields.With(options.IsForRelease ? cascade.For(relative) : [.. data.For(relative), .. cascade.For(relative), .. config.For(relative)]).Flattened();
        var name = NameOf(relative);
        if (file.Fields.IsEmpty && name.IsAboutFolder)
        {
            return new SkippedItem { Source = source, Line = 1, Label = relative, What = "file about the folder itself, without fields" };
        }

        var warnings = new ImportWarnings();
        var legacyUrls = LegacyUrls(fields, name);
        var body = Body(file, relative, legacyUrls, warnings).ToList();
        var headline = HeadlineOf(fields, body, warnings);
        if (headline.Length == 0)
        {
            return new RejectedItem
            {
                Source = source,
                Label = relative,
                Line = file.TextLine,
                Reason = "It has no headline. Write “title: …” between two lines of --- at the top of the file, or a first line that begins with #.",
            };
        }

        var said = fields.Text("lang", "language", "locale");
        var (edition, language) = EditionOfItem.Choose(options, said.Length > 0 ? said : name.Language ?? string.Empty, LanguageStatedBy.Author, headline, body, warnings);

        var opening = FeaturedImage.Read(fields, given => pictures.Find(given, relative), warnings);
        string?[] doubts = [language, Mojibake.Of(headline, body), file.IsGuessed ? DecodedText.Doubt : null];
        var visibility = options.IsForRelease ? OfRelease(fields, name, edition, warnings) : Decide(Stated(fields, name, relative, edition), doubts, body);
        var updated = Date(["lastmod", "updated", "modified", "last_modified_at", "updatedDate", "date_modified"], fields, edition, warnings);
        var (section, topics) = Terms(fields, name);
        var code = Code(fields, warnings);
        var given = Slug.From(fields.Text("slug"));
        var story = new ImportedStory
        {
            Source = source,
            Line = 1,
            Label = headline,
            Content = new StoryContent
            {
                Language = edition.Language,
                Kicker = HtmlPlainText.OneLine(fields.Text("kicker"), warnings, "the kicker"),
                Headline = headline,
                Standfirst = HtmlPlainText.OneLine(fields.Text("standfirst", "description", "summary", "excerpt", "subtitle", "lead", "deck"), warnings, "the standfirst"),
                Bylines = Bylines.From(fields.Names("authors", "author", "byline", "bylines").Select(authors.NameOf), warnings),
                Dateline = fields.Text("dateline", "place", "location"),
                Body = OpeningPicture.Before(body, opening, (one, other) => one == other),
                Section = section?.Slug ?? string.Empty,
                Topics = topics,
            },
            Slug = !given.IsEmpty ? given : Slug.From(options.IsForRelease ? headline : name.Slug),
            HasOwnSlug = !given.IsEmpty,
            Visibility = visibility,
            Identity = place.Of("markdown", relative) with { Code = code, Link = LinkOf(fields) },
            UpdatedAt = updated > visibility.At ? updated : null,
            IsPage = fields.Text("layout") is "page" or "static" or "about" || fields.Text("type") == "page",
            Code = code,
            Section = section,
            TranslationKey = fields.Text("translation", "translationKey", "translation_key") is { Length: > 0 } key ? key : TranslationOf(name),
            LegacyUrls = legacyUrls,
            ImportWarnings = [],
        };

        foreach (var (unread, value) in fields.Told)
        {
            warnings.Add($"The field “{ImportWarnings.Short(unread)}” was left out: “{ImportWarnings.Long(value)}”.");
        }

        return story with { ImportWarnings = warnings.Sentences };
    }

    private StatedVisibility Stated(Fields fields, MarkdownFileName name, string relative, Edition edition)
    {
        var stated = MarkdownVisibility.Read(fields, name, edition, options);
        return stated with { Against = [.. stated.Against, .. data.Against(relative), .. config.Against(relative)] };
    }

    private IReadOnlyList<Block> Body(FrontMatter.Known file, string relative, IReadOnlyList<string> own, ImportWarnings warnings) => MarkdownToBlocks.Read(
        relative.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) ? MdxComponents.Apply(file.Text, warnings) : file.Text,
        new HtmlToBlocksOptions
        {
            FindPicture = given => pictures.Find(given, relative),
            FindFile = options.IsForRelease ? null : href => files.Find(href, relative) ?? FromAddress(href, own),
            TitlesAreCaptions = true,
        },
        warnings);

    // What is no file is meant from the address that the page had.
    private static string? FromAddress(string href, IReadOnlyList<string> own) =>
        own.Count > 0 && href is not ['/' or '#' or '?', ..] && Uri.TryCreate(new Uri("http://localhost"), own[0], out var page) && Uri.TryCreate(page, href.Replace('\\', '/'), out var target)
        && target.Host == page.Host ? (page.Host == "localhost" ? target.PathAndQuery + target.Fragment : target.AbsoluteUri) : null;

    /// <summary>What a path says, in the languages of the publication.</summary>
    public MarkdownFileName NameOf(string relative) => MarkdownFileName.Parse(relative, tag => options.Publication.Edition(tag) is not null);

    /// <summary>Paths without their language of which the archive has files in several languages.</summary>
    public IReadOnlySet<string> Translated { get; init; } = new HashSet<string>();

    private string? TranslationOf(MarkdownFileName name) =>
        !Translated.Contains(name.Translated) ? null : options.Archive is { } archive ? $"{archive}/{name.Translated}" : name.Translated;

    // Titles for search engines come after the heading that readers saw.
    private static string HeadlineOf(Fields fields, List<Block> body, ImportWarnings warnings)
    {
        var headline = HtmlPlainText.OneLine(fields.Text("title", "headline", "heading"), warnings, "the headline");
        if (body is [Heading { Level: 2 } first, ..] && (headline.Length == 0 || HtmlPlainText.Fold(first.Text.Plain) == headline))
        {
            headline = HtmlPlainText.Fold(first.Text.Plain);
            body.RemoveAt(0);
        }

        return headline.Length > 0 ? headline
            : HtmlPlainText.OneLine(fields.Text("pageTitle", "page_title", "name", "linkTitle", "metaTitle", "meta_title", "seoTitle", "seo_title", "ogTitle", "og_title"), warnings, "the headline");
    }

    private ItemVisibility Decide(StatedVisibility stated, string?[] doubts, IReadOnlyList<Block> body) =>
        ItemVisibility.Decide(stated with { Against = [.. stated.Against, .. doubts.OfType<string>()] }, body, options.Clock.GetUtcNow());

    private ItemVisibility OfRelease(Fields fields, MarkdownFileName name, Edition edition, ImportWarnings warnings)
    {
        var against = new List<string>();
        var date = MarkdownVisibility.FirstDate(fields, name, edition, options, against);
        warnings.AddAll(against.Select(doubt => doubt + "."));
        return ItemVisibility.OfRelease(date);
    }

    private DateTimeOffset? Date(string[] names, Fields fields, Edition edition, ImportWarnings warnings)
    {
        foreach (var name in names)
        {
            var text = fields.Text(name);
            if (text.Length == 0 || (name == "published" && fields.Flag(name) is not null))
            {
                continue;
            }

            if (LooseDate.Read(text, edition, options.DateOrder) is not { } date)
            {
                warnings.Add($"The date “{ImportWarnings.Short(text)}” in the field “{name}” cannot be read.");
            }
            else if (date.Doubt(text, edition) is { } doubt)
            {
                warnings.Add($"{doubt}; it was left out of “{name}”.");
            }
            else
            {
                return date.At;
            }
        }

        return null;
    }

    private static (SectionName? Section, IReadOnlyList<string> Topics) Terms(Fields fields, MarkdownFileName name)
    {
        var categories = fields.List("categories", "category");
        var said = fields.Text("section") is { Length: > 0 } one ? one : categories.FirstOrDefault() ?? name.Section;
        var section = said is not null && Slug.From(said) is { IsEmpty: false } slug ? new SectionName(slug.Text, said) : null;
        var topics = fields.Take("tags", "topics", "keywords") is string words && !words.AsSpan().ContainsAny(",،;")
            ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [.. fields.List("tags", "topics", "keywords")];
        return (section, [.. categories.Where(category => category != said).Concat(topics).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    // The whole address that it had; a path alone may be that of any site.
    private static string? LinkOf(Fields fields) =>
        ((string[])["guid", "permalink", "url"]).Select(name => ArchiveIdentity.LinkOf(fields.Peek(name))).OfType<string>().FirstOrDefault();

    private static StoryCode? Code(Fields fields, ImportWarnings warnings)
    {
        var text = fields.Text("code", "story_code", "storycode");
        var code = StoryCodeParseResult.Read(text).AnyCode;
        if (code is null && text.Length > 0)
        {
            warnings.Add($"“{ImportWarnings.Short(text)}” is no story code; it gets a new one.");
        }

        return code;
    }

    private static List<string> LegacyUrls(Fields fields, MarkdownFileName name)
    {
        string[] own = [fields.Flag("permalink") is null ? fields.Text("permalink") : string.Empty, fields.Text("url")];
        var aliases = Fields.Parts(fields.Take("aliases")).Concat(Fields.Parts(fields.Take("redirect_from")));
        return [.. own.Concat(aliases).Select(Link).OfType<string>().Concat(own.Any(link => Link(link) is not null) ? [] : name.LegacyUrls).Distinct()];
    }

    // A pattern (/:year/:title/) belongs to the site generator and is not an address.
    private static string? Link(string text) =>
        text.Length == 0 || text.Contains("/:", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal) ? null
        : Addresses.Earlier(text.Contains("://", StringComparison.Ordinal) || text[0] == '/' ? text : "/" + text);
}
