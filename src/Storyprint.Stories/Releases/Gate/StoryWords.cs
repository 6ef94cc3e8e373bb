using Storyprint.Stories.Body;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>All words of a story but its headline, in reading order, with what the gate knows of each.</summary>
internal sealed class StoryWords
{
    // Two revisions of a story share most of their lines.
    private readonly Dictionary<(string Line, bool Quoted, bool Named), GateWord[]> lines = [];

    public IReadOnlyList<GateWord> Of(StoryContent content)
    {
        var language = content.Language.Split('-')[0].ToLowerInvariant();
        var dates = DateWords.Of(language);
        List<GateWord> words =
        [
            .. Line(content.Kicker),
            .. Line(content.Standfirst),
            .. content.Bylines.SelectMany(byline => Line(byline, named: true)),
            .. Line(content.Dateline, named: true),
            .. content.Body.SelectMany(Of),
        ];
        for (var index = 0; index < words.Count; index++)
        {
            var (isNegation, isDate) = (Negations.Holds(language, words[index].Key), IsDate(words, index, dates));
            if (isNegation || isDate)
            {
                words[index] = words[index] with { IsNegation = isNegation, IsDate = isDate };
            }
        }

        return words;
    }

    private IEnumerable<GateWord> Of(Block block) => block switch
    {
        Quotation quotation => [.. quotation.Paragraphs.SelectMany(text => Line(text.Plain, quoted: true)), .. Speaker(quotation.Speaker)],
        PullQuote pull => [.. Line(pull.Text.Plain, quoted: true), .. Speaker(pull.Speaker)],
        Picture picture => [.. Line(picture.Alt), .. Line(picture.Caption.Plain), .. Line(picture.Credit, named: true)],
        Table table => [.. Line(table.Caption ?? string.Empty), .. table.Texts.SelectMany(text => Line(text))],
        Embed embed => Line(embed.Title ?? string.Empty),
        _ => block.Texts.SelectMany(text => Line(text)),
    };

    private IEnumerable<GateWord> Speaker(string? speaker) => Line(speaker ?? string.Empty, named: true);

    // "12 March", "March 12, 2026": a number within two words of a month or weekday, that word beside a number, and any weekday.
    private static bool IsDate(List<GateWord> words, int index, DateWords dates)
    {
        var word = words[index];
        return word.IsNumber ? Near(other => dates.Holds(other.Key))
            : dates.IsWeekday(word.Key) || (dates.Holds(word.Key) && Near(other => other.IsNumber));

        bool Near(Predicate<GateWord> holds) => words.FindIndex(Math.Max(index - 2, 0), Math.Min(index + 3, words.Count) - Math.Max(index - 2, 0), holds) >= 0;
    }

    private GateWord[] Line(string text, bool quoted = false, bool named = false)
    {
        if (!lines.TryGetValue((text, quoted, named), out var words))
        {
            lines[(text, quoted, named)] = words = [.. GateWords.Of(text, quoted, named)];
        }

        return words;
    }
}
