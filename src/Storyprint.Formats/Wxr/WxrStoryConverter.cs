using Storyprint.Formats.Encodings;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.Wxr;

/// <summary>Converts the fields of an item to an imported story.</summary>
/// <param name="fileName">The name of the export's file.</param>
internal sealed class WxrStoryConverter(WxrIndex index, ImportOptions options, string fileName = "export.xml")
{
    private readonly WxrIdentities identities = new(index, options, fileName);

    /// <param name="ordinal">The item's position in the file from 1, for items without a number.</param>
    public ImportedItem Convert(WxrItem item, int ordinal)
    {
        var source = identities.SourceOf(item, ordinal);
        if (WxrPostTypes.WhyLeftOut(item) is { } what)
        {
            return new SkippedItem { Source = source, Line = item.Line, Label = item["title"], What = what };
        }

        return item.Type == "attachment" ? Attachment(item, source) : Story(item, source);
    }

    private ImportedItem Attachment(WxrItem item, string source)
    {
        var address = item["wp:attachment_url"].Trim() is { Length: > 0 } own ? own : item["guid"].Trim();
        return Addresses.Web(address, index.Home) is { } usable
            ? new ImportedAttachment
            {
                Source = source,
                Line = item.Line,
                Label = item["title"],
                Address = usable,
                LegacyUrls = WxrAddresses.OfAttachment(item, index.Home),
                ImportWarnings = OfAttachment(item),
            }
            : new RejectedItem { Source = source, Line = item.Line, Label = item["title"], Reason = "The attachment has no address its file could be found at." };
    }

    private ImportedItem Story(WxrItem item, string source)
    {
        var warnings = new ImportWarnings();
        warnings.AddAll(item.Mended);
        var terms = WxrTerms.From(item, index.NameOf, index.Authors.OfTerm);
        var body = WxrBody.Read(item, index, warnings);
        var headline = item["title"];
        var (edition, language) = EditionOfItem.Choose(options, terms.Language ?? index.Language, terms.Language is null ? LanguageStatedBy.Site : LanguageStatedBy.Author, headline, body, warnings);
        if (headline.Length == 0)
        {
            headline = FirstWords(body);
            if (headline.Length == 0)
            {
                return new RejectedItem { Source = source, Line = item.Line, Reason = "It has neither a headline nor a text. Give it a headline in WordPress and export again, or leave it." };
            }

            warnings.Add("It had no headline; the first words of its text stand as one.");
        }

        var published = WxrDates.Published(item, edition);
        var modified = WxrDates.Modified(item, edition);
        var (comments, uncommented) = WxrComments.Read(item, edition);
        warnings.AddAll(uncommented);
        var stated = WxrStatus.Read(item, published);
        string?[] doubts = [language, WxrDates.Doubt(item, edition), Mojibake.Of(headline, body), GuessedBytes(item)];
        var story = new ImportedStory
        {
            Source = source,
            Line = item.Line,
            Label = headline,
            Content = new StoryContent
            {
                Language = edition.Language,
                Headline = headline,
                Kicker = HtmlPlainText.OneLine(item.Meta["kicker"], warnings, "the kicker"),
                Dateline = HtmlPlainText.OneLine(item.Meta["dateline"], warnings, "the dateline"),
                Standfirst = HtmlPlainText.OneLine(item["excerpt:encoded"], warnings, "the standfirst"),
                Bylines = BylinesOf(item, terms, warnings),
                Body = body,
                Section = terms.Section?.Slug ?? string.Empty,
                Topics = terms.Topics,
            },
            Slug = SlugOf(item, headline),
            Visibility = ItemVisibility.Decide(stated with { Against = [.. stated.Against, .. doubts.OfType<string>()] }, body, options.Clock.GetUtcNow()),
            Identity = identities.Of(item, source),
            UpdatedAt = modified > published ? modified : null,
            IsPage = item.Type == "page",
            Code = Stories.Codes.StoryCode.TryFromDigits(item.Meta["story_code"], out var code) ? code : null,
            Section = terms.Section,
            TranslationKey = terms.TranslationKey,
            LegacyUrls = WxrAddresses.Of(item, index.Home),
            Comments = comments,
            ImportWarnings = [],
        };
        WxrLeftOut.Note(item, warnings);
        return story with { ImportWarnings = warnings.Sentences };
    }

    private IReadOnlyList<string> BylinesOf(WxrItem item, WxrTerms terms, ImportWarnings warnings)
    {
        string[] creators = [item["dc:creator"], .. item.TakeRepeated("dc:creator")];
        if (terms.Authors.Count + terms.Logins.Count > 0)
        {
            foreach (var login in terms.Logins)
            {
                Bylines.NoteLogin(login, warnings);
            }

            return Bylines.From(terms.Authors, warnings);
        }

        foreach (var login in creators.Where(login => login.Trim().Length > 0 && index.Authors.OfLogin(login) is null))
        {
            Bylines.NoteLogin(login, warnings);
        }

        return Bylines.From(creators.Select(index.Authors.OfLogin).OfType<string>(), warnings);
    }

    private static string? GuessedBytes(WxrItem item) => item.HasGuessedCharacters
        ? "Some characters could not be read in the encoding that the file declares and were taken for Windows-1252; if the whole file is in another encoding, write it into the first line (encoding=\"windows-1252\") and import again"
        : null;

    private static IReadOnlyList<string> OfAttachment(WxrItem item)
    {
        var warnings = new ImportWarnings();
        if (HtmlPlainText.OneLine(item["content:encoded"]) is { Length: > 0 } description)
        {
            warnings.Add($"The description of the file was left out: “{ImportWarnings.Long(description)}”");
        }

        return warnings.Sentences;
    }

    private static Slug SlugOf(WxrItem item, string headline) =>
        Slug.From(Uri.UnescapeDataString(item["wp:post_name"].Trim())) is { IsEmpty: false } slug ? slug : Slug.From(headline);

    private static string FirstWords(IReadOnlyList<Block> body)
    {
        var words = HtmlPlainText.Fold(body.SelectMany(block => block.Texts).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? string.Empty);
        if (words.Length <= 80)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', 80);
        return words[..(end > 20 ? end : char.IsHighSurrogate(words[79]) ? 79 : 80)].TrimEnd(',', ';', ':') + "…";
    }
}
