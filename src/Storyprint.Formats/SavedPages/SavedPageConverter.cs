using Storyprint.Formats.Dates;
using Storyprint.Formats.Encodings;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.SavedPages;

/// <summary>Classifies the lines of a page and assembles the story.</summary>
internal sealed class SavedPageConverter(ImportOptions options)
{
    private readonly ImportWarnings warnings = new();

    /// <param name="place">Where the file stands.</param>
    public ImportedItem Convert(SavedPage page, string source, string label, ArchiveIdentity? place = null)
    {
        var (edition, language) = EditionOfItem.Choose(options, page.Language, LanguageStatedBy.Template, page.Headline, page.Body, warnings);
        var facts = new SavedPageMetadata(edition, warnings, options.DateOrder);
        warnings.AddAll(page.ImportWarnings);
        var body = LabelledLines.WithoutLabels([.. PageLineClassifier.Split(page.Body)], facts, keepsWords: true);
        var signature = LabelledLines.TakeSignature(body, facts.LabelsEndAt);
        LabelledLines.WithoutLabels([.. PageLineClassifier.Split(page.Around)], facts, keepsWords: false);
        if (facts.Date is not { Other: null })
        {
            facts.TakeDate(page.Date);
        }

        var dateAt = SavedPageHeader.TakeDateLine(body, facts);
        var masthead = SavedPageHeader.TakeMasthead(body, options.Publication, ref dateAt);
        var (headline, standfirst) = SavedPageHeader.TakeHeadline(body, page.Headline, dateAt);
        if (headline.Length == 0)
        {
            return new RejectedItem { Source = source, Label = label, Line = 1, Reason = "There is no line in it that could be a headline. A saved page begins with its headline." };
        }

        var bylines = BylinesOf(page, facts).ToList();
        var dateline = SavedPageHeader.TakeLead(body, bylines);
        foreach (var name in signature.Prepend(masthead))
        {
            Sign(name, bylines);
        }

        NoteMissing(facts, edition);
        var sectionName = facts.Section.Length > 0 ? facts.Section : page.Section;
        var section = Slug.From(sectionName) is { IsEmpty: false } slug ? new SectionName(slug.Text, sectionName) : null;
        var stated = Stated(page, facts, body, edition);
        string?[] doubts = [language, Mojibake.Of(headline, body), page.EncodingDoubt];
        var content = new StoryContent
        {
            Language = edition.Language,
            Headline = headline,
            Standfirst = standfirst,
            Bylines = bylines,
            Dateline = dateline,
            Body = body,
            Section = section?.Slug ?? string.Empty,
            Topics = [.. page.Topics.SelectMany(topic => topic.Split([',', '،', ';'], StringSplitOptions.RemoveEmptyEntries)).Select(HtmlPlainText.Fold).Where(topic => topic.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
        NoteUnread(page, content);
        return new ImportedStory
        {
            Source = source,
            Line = 1,
            Label = headline,
            Content = content,
            Slug = Slug.From(headline),
            Visibility = ItemVisibility.Decide(stated with { Against = [.. stated.Against, .. doubts.OfType<string>()] }, body, options.Clock.GetUtcNow()),
            Identity = place is null ? null : place with { Code = facts.Code, Link = ArchiveIdentity.LinkOf(facts.Link) ?? ArchiveIdentity.LinkOf(Addresses.Web(page.Link, null)) },
            UpdatedAt = Updated(page, facts, edition),
            Code = facts.Code,
            Section = section,
            LegacyUrls = [.. new[] { facts.Link, ArchiveIdentity.LinkOf(page.Link) is null ? null : Addresses.Web(page.Link, null) }.OfType<string>().Distinct()],
            ImportWarnings = warnings.Sentences,
        };
    }

    private StatedVisibility Stated(SavedPage page, SavedPageMetadata facts, IReadOnlyList<Block> body, Edition edition)
    {
        List<string> against = [.. new[] { BodyDoubt.Of(body, page.Around) }.OfType<string>()];
        var expires = page.Expires.Length == 0 ? null : LooseDate.Read(page.Expires, edition, options.DateOrder);
        if (page.Expires.Length > 0 && expires is not { Other: null })
        {
            against.Add($"The date “{ImportWarnings.Short(page.Expires)}” when it was to be taken down cannot be read");
        }

        if (facts.Date?.Doubt(facts.DateText, edition) is { } doubt)
        {
            against.Add(doubt);
        }

        if (facts.Date is null)
        {
            against.Add(page.Date.Length == 0 ? "No date was found on the page" : $"The date “{ImportWarnings.Short(page.Date)}” of the page cannot be read");
        }

        // A page without a date is told above, in the words of pages.
        return new StatedVisibility { PublishedAt = facts.Date?.At, States = facts.Date is null ? ["draft"] : [], ExpiresAt = expires?.At, Against = against };
    }

    private IReadOnlyList<string> BylinesOf(SavedPage page, SavedPageMetadata facts) => Bylines.From(
        facts.Author.Length > 0 ? [WithoutBy(facts.Author)] : page.Authors.Count > 0 ? page.Authors.Where(IsNoAddress).Select(WithoutBy) : [WithoutBy(page.Author)], warnings);

    // Some pages name the address of an author's page.
    private bool IsNoAddress(string author)
    {
        if (Addresses.Web(author, null) is null)
        {
            return true;
        }

        warnings.Add($"The page of an author was left out: {ImportWarnings.Short(author)}");
        return false;
    }

    // Who signs is the author where nobody else is; the publication itself is none.
    private void Sign(string name, List<string> bylines)
    {
        var isKnown = name.Length == 0 || bylines.Any(other => PageLabels.Fold(other) == PageLabels.Fold(name))
            || options.Publication.Editions.Any(edition => PageLabels.Fold(edition.Name) == PageLabels.Fold(name));
        if (!isKnown && bylines.Count == 0)
        {
            bylines.AddRange(Bylines.From([WithoutBy(name)], warnings));
        }
        else if (!isKnown)
        {
            warnings.Add($"A line that signs the page was left out: “{ImportWarnings.Short(name)}”");
        }
    }

    private static string WithoutBy(string author) =>
        author.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? author[3..].Trim() : author;

    private DateTimeOffset? Updated(SavedPage page, SavedPageMetadata facts, Edition edition)
    {
        if (page.Modified.Length == 0)
        {
            return null;
        }

        if (LooseDate.Read(page.Modified, edition, options.DateOrder) is { Other: null } modified)
        {
            return modified.At > facts.Date?.At ? modified.At : null;
        }

        warnings.Add($"The date “{ImportWarnings.Short(page.Modified)}” of its last change cannot be read.");
        return null;
    }

    private void NoteMissing(SavedPageMetadata facts, Edition edition)
    {
        if (facts.Date is { SaysZone: false })
        {
            warnings.Add(facts.Date.Value.SaysTime
                ? $"Its date says no zone and was read as time of {edition.TimeZone}."
                : $"Its date says no time of day and no zone; it was read as the beginning of the day in {edition.TimeZone}.");
        }

        if (facts.HadEmptyLink && facts.Link is null)
        {
            warnings.Add("Its news link was empty; the address was lost when the page was saved.");
        }
    }

    // Most of what a page says to programs stands in its text too.
    private void NoteUnread(SavedPage page, StoryContent content)
    {
        var words = PageLabels.Fold(string.Join(' ', [content.Headline, content.Standfirst, .. content.Bylines, .. content.Topics, .. content.Body.SelectMany(block => block.Texts)]));
        var pictures = content.Body.OfType<Picture>().Select(picture => picture.Address).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var headline = PageLabels.Fold(content.Headline);
        var unread = page.Unread.Where(pair => PageLabels.Fold(pair.Value.TrimEnd('…', '.')) is var said && !words.Contains(said, StringComparison.Ordinal)
            && !said.Contains(headline, StringComparison.Ordinal) && !pictures.Contains(pair.Value)).ToList();
        if (unread.Count > 0)
        {
            warnings.Add($"Metadata of the page for which there is no place were left out: {string.Join(", ", unread.Select(pair => $"{ImportWarnings.Short(pair.Name)} (“{ImportWarnings.Short(pair.Value)}”)"))}.");
        }
    }
}
