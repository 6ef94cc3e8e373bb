using System.Globalization;
using Storyprint.Formats.Dates;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Formats.SavedPages;

/// <summary>Tells the lines of one page apart and puts the story together.</summary>
internal sealed class SavedPageStory(ArchiveOptions options)
{
    private const int TopLines = 8;

    private readonly Losses losses = new();

    public ImportedItem Convert(SavedPage page, string source, string label)
    {
        var edition = EditionOf(page);
        var facts = new PageFacts(edition, losses);
        losses.AddAll(page.Losses);
        var body = WithoutLabels([.. PageLines.Split(page.Body)], facts, keepsWords: true);
        WithoutLabels([.. PageLines.Split(page.Around)], facts, keepsWords: false);
        facts.Date ??= WrittenDate.Read(page.Date, edition);
        var dateAt = TakeDateLine(body, facts, edition);
        var masthead = TakeMasthead(body, ref dateAt);
        var (headline, standfirst) = TakeHeadline(body, page.Headline, dateAt);
        if (headline.Length == 0)
        {
            return new RefusedItem { Source = source, Label = label, Reason = "There is no line in it that could be a headline. A saved page begins with its headline." };
        }

        var bylines = new[] { facts.Author, page.Author }.Where(name => name.Length > 0).Take(1).ToList();
        var dateline = TakeLead(body, bylines);
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
            Status = facts.Date is null ? StoryStatus.Draft : StoryStatus.Published,
            PublishedAt = facts.Date?.At,
            Code = facts.Code,
            Section = section,
            OldLinks = [.. new[] { facts.Link, Addresses.Web(page.Link, null) }.OfType<string>().Distinct()],
            Losses = losses.Sentences,
        };
    }

    // Takes labelled lines and furniture out; what is left is the story.
    private static List<Block> WithoutLabels(List<Block> blocks, PageFacts facts, bool keepsWords)
    {
        var left = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var line = Line(blocks[i]);
            if (line.Length == 0)
            {
                left.Add(blocks[i]);
                continue;
            }

            var labels = PageLines.Labels(line);
            if (labels.Count == 0)
            {
                if (!PageLines.IsFurniture(line))
                {
                    left.Add(blocks[i]);
                }

                continue;
            }

            if (facts.Take(labels) is { } open)
            {
                var next = i + 1 < blocks.Count ? NextLine(blocks[i + 1]) : string.Empty;
                if (open is not (PageLabel.Author or PageLabel.Section) && next.Length > 0 && facts.TakeValue(open, next))
                {
                    i++;
                }
                else if (keepsWords)
                {
                    facts.Miss(open);
                }
            }
        }

        return left;
    }

    private static string Line(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text.Plain,
        Heading heading => heading.Text.Plain,
        BulletList { Items: [var only] } => only.Text.Plain,
        _ => string.Empty,
    };

    private static string NextLine(Block block) => block is Embed embed ? embed.Address : Line(block);

    private static int TakeDateLine(List<Block> body, PageFacts facts, Edition edition)
    {
        for (var i = 0; i < body.Count; i++)
        {
            if ((i < TopLines || i >= body.Count - 4) && WrittenDate.Read(Line(body[i]), edition) is { } date)
            {
                // A date that says its zone is worth more than one that does not.
                facts.Date = facts.Date is { SaysZone: true } ? facts.Date : date;
                body.RemoveAt(i);
                return i < TopLines ? i : -1;
            }
        }

        return -1;
    }

    private string TakeMasthead(List<Block> body, ref int dateAt)
    {
        if (body.Count < 3 || Line(body[0]) is not { Length: > 0 } first)
        {
            return string.Empty;
        }

        var isName = options.Publication.Editions.Any(edition => string.Equals(edition.Name, first, StringComparison.OrdinalIgnoreCase));
        var isAgency = LeadLine.IsAgency(first) && first.Split(' ').Length <= 5 && Line(body[1]).Length > first.Length && dateAt != 1;
        if (!isName && !isAgency)
        {
            return string.Empty;
        }

        body.RemoveAt(0);
        dateAt--;
        return isName ? string.Empty : first;
    }

    private static (string Headline, string Standfirst) TakeHeadline(List<Block> body, string marked, int dateAt)
    {
        if (marked.Length > 0)
        {
            body.RemoveAll(block => block is Heading or Paragraph && PageLabels.Fold(Line(block)) == PageLabels.Fold(marked));
            return (marked, string.Empty);
        }

        var at = body.FindIndex(block => Line(block).Count(char.IsLetter) >= 3);
        if (at < 0)
        {
            return (string.Empty, string.Empty);
        }

        var headline = HtmlWords.Fold(Line(body[at]));
        body.RemoveAt(at);
        if (headline.Length > 500)
        {
            // A text that begins at once: nothing of it may be lost to a headline.
            body.Insert(at, new Paragraph(RichText.Of(headline)));
            return (Losses.Short(headline), string.Empty);
        }

        if (dateAt - at == 2 && body.Count > at + 1 && body[at] is Paragraph standfirst)
        {
            body.RemoveAt(at);
            return (headline, HtmlWords.Fold(standfirst.Text.Plain));
        }

        return (headline, string.Empty);
    }

    private static string TakeLead(List<Block> body, List<string> bylines)
    {
        var at = body.FindIndex(block => block is Paragraph);
        if (at < 0 || body[at] is not Paragraph lead || LeadLine.Of(lead.Text.Plain) is not { } found)
        {
            return string.Empty;
        }

        var needsByline = bylines.Count == 0 && found.Agency.Length > 0;
        if (needsByline)
        {
            bylines.Add(found.Agency);
        }

        // The agency leaves the text only where it stands as byline instead.
        var cut = needsByline && found.Length > 0 ? found.Length : found.PlaceLength;
        body[at] = new Paragraph(LeadLine.Without(lead.Text, cut));
        return found.Place;
    }

    private void NoteMissing(PageFacts facts, Edition edition)
    {
        if (facts.Date is null)
        {
            losses.Add("No date was found on the page; it came as a draft.");
        }
        else if (!facts.Date.Value.SaysZone)
        {
            losses.Add(facts.Date.Value.SaysTime
                ? $"Its date says no zone and was read as time of {edition.TimeZone}."
                : $"Its date says no time of day and no zone; it was read as the beginning of the day in {edition.TimeZone}.");
        }

        if (facts.HadEmptyLink && facts.Link is null)
        {
            losses.Add("Its news link was empty; the address was lost when the page was saved.");
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
