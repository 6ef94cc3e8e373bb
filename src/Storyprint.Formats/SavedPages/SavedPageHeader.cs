using Storyprint.Formats.Html;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.SavedPages;

/// <summary>Reads the top of a page: publication, headline, date, lead.</summary>
internal static class SavedPageHeader
{
    private const int TopLines = 8;

    /// <summary>Removes the line with the date. Returns its index if it was at the top, otherwise -1.</summary>
    public static int TakeDateLine(List<Block> body, SavedPageMetadata facts)
    {
        for (var i = 0; i < body.Count; i++)
        {
            if ((i < TopLines || i >= body.Count - 4) && LabelledLines.Line(body[i]) is { Length: > 0 } line && facts.TakeDate(line))
            {
                body.RemoveAt(i);
                return i < TopLines ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>Removes the publication’s name from the top; it becomes the byline where there is no other.</summary>
    public static string TakeMasthead(List<Block> body, Publication publication, ref int dateAt)
    {
        if (body.Count < 3 || LabelledLines.Line(body[0]) is not { Length: > 0 } first)
        {
            return string.Empty;
        }

        var isName = publication.Editions.Any(edition => string.Equals(edition.Name, first, StringComparison.OrdinalIgnoreCase));
        var isAgency = LeadLine.IsAgency(first) && first.Split(' ').Length <= 5 && LabelledLines.Line(body[1]).Length > first.Length && dateAt != 1;
        if (!isName && !isAgency)
        {
            return string.Empty;
        }

        body.RemoveAt(0);
        dateAt--;
        return isName ? string.Empty : first;
    }

    /// <summary>Removes the headline, and the standfirst if one line is between headline and date.</summary>
    public static (string Headline, string Standfirst) TakeHeadline(List<Block> body, string marked, int dateAt)
    {
        if (marked.Length > 0)
        {
            body.RemoveAll(block => block is Heading or Paragraph && PageLabels.Fold(LabelledLines.Line(block)) == PageLabels.Fold(marked));
            return (marked, string.Empty);
        }

        var at = body.FindIndex(block => LabelledLines.Line(block).Count(char.IsLetter) >= 3);
        if (at < 0)
        {
            return (string.Empty, string.Empty);
        }

        var headline = HtmlPlainText.Fold(LabelledLines.Line(body[at]));
        body.RemoveAt(at);
        if (headline.Length > 500)
        {
            // The text begins at once: nothing of it may be taken for a headline.
            body.Insert(at, new Paragraph(RichText.From(headline)));
            return (ImportWarnings.Short(headline), string.Empty);
        }

        if (dateAt - at == 2 && body.Count > at + 1 && body[at] is Paragraph standfirst)
        {
            body.RemoveAt(at);
            return (headline, HtmlPlainText.Fold(standfirst.Text.Plain));
        }

        return (headline, string.Empty);
    }

    /// <summary>Removes place and agency from the lead; returns the place.</summary>
    public static string TakeLead(List<Block> body, List<string> bylines)
    {
        var at = body.FindIndex(block => block is Paragraph);
        if (at < 0 || body[at] is not Paragraph lead || LeadLine.Parse(lead.Text.Plain) is not { } found)
        {
            return string.Empty;
        }

        var needsByline = bylines.Count == 0 && found.Agency.Length > 0;
        if (needsByline)
        {
            bylines.Add(found.Agency);
        }

        // The agency is removed from the text only where it becomes the byline.
        var cut = needsByline && found.Length > 0 ? found.Length : found.PlaceLength;
        body[at] = new Paragraph(LeadLine.Without(lead.Text, cut));
        return found.Place;
    }
}
