using Storyprint.Stories.Body;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>
/// The lines of a story but its headline, in reading order, and the words of them. Taking a line apart is the gate's work, and two revisions
/// share most lines: only those that are asked for are taken apart.
/// </summary>
internal sealed class StoryWords(StoryContent content)
{
    private readonly string language = content.Language.Split('-')[0].ToLowerInvariant();

    public IReadOnlyList<GateLine> Lines { get; } =
    [
        new(content.Kicker),
        new(content.Standfirst),
        .. content.Bylines.Select(Name),
        Name(content.Dateline),
        .. content.Body.SelectMany(Of),
    ];

    /// <summary>The words of these lines, with what the gate knows of each.</summary>
    public IEnumerable<GateWord> Of(IEnumerable<GateLine> lines) => lines.SelectMany(Of);

    private GateWord[] Of(GateLine line)
    {
        var dates = DateWords.Of(language);
        GateWord[] words = [.. GateWords.Of(line.Text, line.IsQuoted, line.IsNamed)];
        for (var index = 0; index < words.Length; index++)
        {
            var (isNegation, isDate) = (Negations.Holds(language, words[index].Key), IsDate(words, index, dates));
            if (isNegation || isDate)
            {
                words[index] = words[index] with { IsNegation = isNegation, IsDate = isDate };
            }
        }

        return words;
    }

    private static IEnumerable<GateLine> Of(Block block) => block switch
    {
        Quotation quotation => [.. quotation.Paragraphs.Select(Quote), Name(quotation.Speaker ?? string.Empty)],
        PullQuote pull => [Quote(pull.Text), Name(pull.Speaker ?? string.Empty)],
        Picture picture => [new(picture.Alt), new(picture.Caption.Plain), Name(picture.Credit)],
        Table table => [new(table.Caption ?? string.Empty), .. table.Texts.Select(text => new GateLine(text))],
        Embed embed => [new(embed.Title ?? string.Empty)],
        _ => block.Texts.Select(text => new GateLine(text)),
    };

    private static GateLine Name(string text) => new(text) { IsNamed = true };

    private static GateLine Quote(RichText text) => new(text.Plain) { IsQuoted = true };

    // "12 March", "March 12, 2026": a number within two words of a month or weekday, that word beside a number, and any weekday.
    private static bool IsDate(GateWord[] words, int index, DateWords dates)
    {
        var word = words[index];
        return word.IsNumber ? Near(other => dates.Holds(other.Key))
            : dates.IsWeekday(word.Key) || (dates.Holds(word.Key) && Near(other => other.IsNumber));

        bool Near(Predicate<GateWord> holds)
        {
            var first = Math.Max(index - 2, 0);
            return Array.FindIndex(words, first, Math.Min(index + 3, words.Length) - first, holds) >= 0;
        }
    }
}
