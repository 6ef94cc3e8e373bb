using Storyprint.Formats.Dates;
using Storyprint.Formats.Encodings;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Converts the fields and the text of a file to an imported story.</summary>
internal sealed class MarkdownStoryConverter(ImportOptions options, string root)
{
    private readonly MarkdownBody bodies = new(root, options);
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
        var legacyUrls = MarkdownFields.LegacyUrls(fields, name);
        var body = bodies.Read(file, relative, legacyUrls, warnings).ToList();
        var headline = MarkdownFields.HeadlineOf(fields, body, warnings);
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

        var opening = FeaturedImage.Read(fields, given => bodies.FindPicture(given, relative), warnings);
        string?[] doubts = [language, Mojibake.Of(headline, body), file.EncodingDoubt];
        var visibility = options.IsForRelease ? OfRelease(fields, name, edition, warnings) : Decide(Stated(fields, name, relative, edition), doubts, body);
        var updated = Date(["lastmod", "updated", "modified", "last_modified_at", "updatedDate", "date_modified"], fields, edition, warnings);
        var (section, topics) = MarkdownFields.Terms(fields, name);
        var code = MarkdownFields.Code(fields, warnings);
        var given = Slug.From(fields.Text("slug"));
        var translation = fields.Text("translation", "translationKey", "translation_key");
        var story = new ImportedStory
        {
            Source = source,
            Line = 1,
            Label = headline,
            Content = OwnFields.Read(fields, new StoryContent
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
            }, warnings),
            Slug = !given.IsEmpty ? given : Slug.From(options.IsForRelease ? headline : name.Slug),
            HasOwnSlug = !given.IsEmpty,
            Visibility = visibility,
            Identity = place.Of("markdown", relative) with { Code = code, Link = MarkdownFields.LinkOf(fields) },
            UpdatedAt = updated > visibility.At ? updated : null,
            IsPage = fields.Text("layout") is "page" or "static" or "about" || fields.Text("type") == "page",
            Code = code,
            Section = section,
            TranslationKey = translation.Length > 0 ? translation : TranslationOf(name),
            IsTranslationByPath = translation.Length == 0 && options.Archive is null,
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

    /// <summary>What a path says, in the languages of the publication.</summary>
    public MarkdownFileName NameOf(string relative) => MarkdownFileName.Parse(relative, tag => options.Publication.Edition(tag) is not null);

    /// <summary>Paths without their language of which the archive has files in several languages.</summary>
    public IReadOnlySet<string> Translated { get; init; } = new HashSet<string>();

    private string? TranslationOf(MarkdownFileName name) =>
        !Translated.Contains(name.Translated) ? null : options.Archive is { } archive ? $"{archive}/{name.Translated}" : name.Translated;

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
}
