using System.Globalization;
using Storyprint.Formats.Dates;
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
        var edition = EditionOf(page);
        var facts = new SavedPageMetadata(edition, warnings);
        warnings.AddAll(page.ImportWarnings);
        var body = LabelledLines.WithoutLabels([.. PageLineClassifier.Split(page.Body)], facts, keepsWords: true);
        LabelledLines.WithoutLabels([.. PageLineClassifier.Split(page.Around)], facts, keepsWords: false);
        facts.Date ??= LooseDate.Read(page.Date, edition);
        var dateAt = SavedPageHeader.TakeDateLine(body, facts, edition);
        var masthead = SavedPageHeader.TakeMasthead(body, options.Publication, ref dateAt);
        var (headline, standfirst) = SavedPageHeader.TakeHeadline(body, page.Headline, dateAt);
        if (headline.Length == 0)
        {
            return new RejectedItem { Source = source, Label = label, Reason = "There is no line in it that could be a headline. A saved page begins with its headline." };
        }

        var bylines = new[] { facts.Author, page.Author }.Select(WithoutBy).Where(name => name.Length > 0).Take(1).ToList();
        var dateline = SavedPageHeader.TakeLead(body, bylines);
        if (bylines.Count == 0 && masthead.Length > 0)
        {
            bylines.Add(masthead);
        }

        NoteMissing(facts, edition);
        var section = Slug.From(facts.Section) is { IsEmpty: false } slug ? new SectionName(slug.Text, facts.Section) : null;
        return new ImportedStory
        {
            Source = source,
            Label = headline,
            Content = new StoryContent
            {
                Language = edition.Language,
                Headline = headline,
                Standfirst = standfirst,
                Bylines = bylines,
                Dateline = dateline,
                Body = body,
                Section = section?.Slug ?? string.Empty,
            },
            Slug = Slug.From(headline),
            Visibility = ItemVisibility.Decide(Stated(page, facts, body, edition), body, options.Clock.GetUtcNow()),
            Identity = place is null ? null : place with { Code = facts.Code, Link = ArchiveIdentity.LinkOf(facts.Link) ?? ArchiveIdentity.LinkOf(Addresses.Web(page.Link, null)) },
            Code = facts.Code,
            Section = section,
            LegacyUrls = [.. new[] { facts.Link, ArchiveIdentity.LinkOf(page.Link) is null ? null : Addresses.Web(page.Link, null) }.OfType<string>().Distinct()],
            ImportWarnings = warnings.Sentences,
        };
    }

    private static StatedVisibility Stated(SavedPage page, SavedPageMetadata facts, IReadOnlyList<Block> body, Edition edition)
    {
        List<string> against = [.. new[] { BodyDoubt.Of(body, page.Around) }.OfType<string>()];
        var expires = page.Expires.Length == 0 ? null : LooseDate.Read(page.Expires, edition);
        if (page.Expires.Length > 0 && expires is null)
        {
            against.Add($"The date “{ImportWarnings.Short(page.Expires)}” when it was to be taken down cannot be read");
        }

        if (facts.Date is null)
        {
            against.Add("No date was found on the page");
        }

        // A page without a date is told above, in the words of pages.
        return new StatedVisibility { PublishedAt = facts.Date?.At, States = facts.Date is null ? ["draft"] : [], ExpiresAt = expires?.At, Against = against };
    }

    private static string WithoutBy(string author) =>
        author.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? author[3..].Trim() : author;

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

    private Edition EditionOf(SavedPage page)
    {
        var tag = page.Language.Replace('_', '-');
        if (tag.Length > 0 && (options.Publication.Edition(tag) ?? options.Publication.Edition(tag.Split('-')[0])) is { } edition)
        {
            return edition;
        }

        var words = string.Concat(page.Body.SelectMany(block => block.Texts).Take(20));
        var letters = words.Count(char.IsLetter);
        var rightToLeft = words.Count(character => character is >= '\u0590' and <= '\u08FF' && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.OtherLetter);
        return letters > 0 && rightToLeft * 2 > letters != options.Edition.IsRightToLeft
            ? options.Publication.Editions.FirstOrDefault(other => other.IsRightToLeft != options.Edition.IsRightToLeft) ?? options.Edition
            : options.Edition;
    }
}
