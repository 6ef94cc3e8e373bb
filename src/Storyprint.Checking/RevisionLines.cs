using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Text.Matching;

namespace Storyprint.Checking;

/// <summary>The lines of a published text that a copy may hold: those of canonical text that are words on the page.</summary>
internal static class RevisionLines
{
    public static OriginalText Of(StoryContent content)
    {
        List<OriginalLine> lines = [.. CanonicalText.Lines(RevisionText.New(content)).Select(Line).OfType<OriginalLine>().Where(line => line.Text.Length > 0)];

        // On the page the place stands before the first words of the text, behind a picture that opens the story.
        if (lines.FindIndex(line => line.Tag == "dateline") is >= 0 and var dateline && lines.FindIndex(line => line.Tag == "text") is var text && text > dateline + 1)
        {
            lines.Insert(text, lines[dateline]);
            lines.RemoveAt(dateline);
        }

        // A headline of its own for paper stands there where the other does elsewhere.
        if (lines.FindIndex(line => line.Tag == "paper-headline") is > 0 and var paper && lines[paper - 1].Tag == "headline")
        {
            (lines[paper - 1], lines[paper]) = (lines[paper], lines[paper - 1]);
        }

        // A story that is nothing but a headline is its headline.
        return new OriginalText(lines.TrueForAll(line => line.IsBeside) ? [.. lines.Select(line => line with { IsBeside = false })] : lines);
    }

    private static OriginalLine? Line((string Tag, string Line) line)
    {
        var kind = line.Tag.Split('-')[0];
        return kind switch
        {
            "text" or "heading" or "quote" or "item" or "number" or "fact" or "question" or "answer" => new OriginalLine(line.Tag, Shown(line.Line)),
            "head" or "row" => new OriginalLine(line.Tag, string.Join(' ', CanonicalMarkup.Cells(line.Line).Select(Shown))),
            "kicker" or "headline" or "standfirst" or "byline" or "dateline" or "warning" or "quoted" or "caption" or "credit" or "table" or "facts" or "transcript" or "source"
                or "correction" or "note" or "related" or "corrects" or "embed" or "paper" => new OriginalLine(line.Tag, Shown(line.Line), IsBeside: true),
            "gallery" when line.Tag == "gallery" => new OriginalLine(line.Tag, Shown(line.Line), IsBeside: true),
            _ => null,
        };
    }

    private static string Shown(string line) => VisibleText.Of(CanonicalMarkup.Shown(line));
}
