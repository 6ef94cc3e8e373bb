using Storyprint.Formats.Dates;
using Storyprint.Formats.Html;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.SavedPages;

/// <summary>The data in the labelled lines of a page.</summary>
/// <param name="order">Which number of a date comes first where both could.</param>
internal sealed class SavedPageMetadata(Edition edition, ImportWarnings warnings, DateOrder order = DateOrder.Unsaid)
{
    public StoryCode? Code { get; private set; }

    public string? Link { get; private set; }

    public LooseDate? Date { get; private set; }

    /// <summary>The date as it is written.</summary>
    public string DateText { get; private set; } = string.Empty;

    /// <summary>How many blocks of the story stand above the last code or link; 0 where there is none.</summary>
    public int LabelsEndAt { get; private set; }

    public string Author { get; private set; } = string.Empty;

    public string Section { get; private set; } = string.Empty;

    public bool HadEmptyLink { get; private set; }

    /// <summary>Reads the labels of a line. Returns whether the value of the last one is expected in the next line.</summary>
    public PageLabel? Take(IReadOnlyList<(PageLabel Label, string Value)> labels)
    {
        foreach (var (label, value) in labels.Where(one => one.Value.Length > 0))
        {
            if (!TakeValue(label, value))
            {
                warnings.Add($"A line of the page could not be read: {label} “{ImportWarnings.Short(value)}”");
            }
        }

        return labels is [.., { Value.Length: 0 } last] ? last.Label : null;
    }

    /// <summary>Takes a date, unless one is known that says more: with a zone, or only one day.</summary>
    /// <returns>Whether the words are a date.</returns>
    public bool TakeDate(string text)
    {
        if (LooseDate.Read(text, edition, order) is not { } date)
        {
            return false;
        }

        if (Date is not { } known || (known.Other is not null && date.Other is null) || (!known.SaysZone && date.SaysZone && date.Other is null))
        {
            (Date, DateText) = (date, text);
        }

        return true;
    }

    /// <summary>Remembers where code and link stand.</summary>
    public void NoteEnd(IReadOnlyList<(PageLabel Label, string Value)> labels, int blocksAbove)
    {
        if (labels.Any(one => one.Label is PageLabel.Code or PageLabel.Link))
        {
            LabelsEndAt = Math.Max(LabelsEndAt, blocksAbove);
        }
    }

    /// <summary>Records a label without a value.</summary>
    public void Miss(PageLabel label) => HadEmptyLink |= label == PageLabel.Link && Link is null;

    public bool TakeValue(PageLabel label, string value)
    {
        switch (label)
        {
            case PageLabel.Code:
                return TakeCode(value);
            case PageLabel.Link:
                return TakeLink(value);
            case PageLabel.Date:
                return TakeDate(value);
            case PageLabel.Author:
                Author = Author.Length == 0 ? HtmlPlainText.Fold(value) : Author;
                return true;
            default:
                Section = Section.Length == 0 ? HtmlPlainText.Fold(value) : Section;
                return true;
        }
    }

    private bool TakeCode(string value)
    {
        var code = StoryCodeParseResult.Read(value.Split('|')[0]).AnyCode;
        Code ??= code;
        return code is not null;
    }

    private bool TakeLink(string value)
    {
        var text = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? string.Empty;
        var isHost = !text.Contains("://", StringComparison.Ordinal) && text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && text.IndexOf('/', dot) > 0 && text[0] != '/';
        if (Addresses.Earlier(isHost ? "https://" + text : text) is not { } address)
        {
            return false;
        }

        Link ??= address;
        return true;
    }
}
