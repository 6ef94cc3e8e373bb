using Storyprint.Stories.Body;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>All words of a story but its headline, in reading order, with what the gate knows of each.</summary>
internal static class StoryWords
{
    public static IReadOnlyList<GateWord> Of(StoryContent content)
    {
        var language = content.Language.Split('-')[0].ToLowerInvariant();
        List<GateWord> words =
        [
            .. GateWords.Of(content.Kicker),
            .. GateWords.Of(content.Standfirst),
            .. content.Bylines.SelectMany(byline => GateWords.Of(byline, named: true)),
            .. GateWords.Of(content.Dateline, named: true),
            .. content.Body.SelectMany(Of),
        ];
        for (var index = 0; index < words.Count; index++)
        {
            words[index] = words[index] with
            {
                IsNegation = Negations.Holds(language, words[index].Key),
                IsDate = IsDate(words, index, language),
            };
        }

        return words;
    }

    private static IEnumerable<GateWord> Of(Block block) => block switch
    {
        Quotation quotation => [.. quotation.Paragraphs.SelectMany(text => GateWords.Of(text.Plain, quoted: true)), .. Speaker(quotation.Speaker)],
        PullQuote pull => [.. GateWords.Of(pull.Text.Plain, quoted: true), .. Speaker(pull.Speaker)],
        Picture picture => [.. GateWords.Of(picture.Alt), .. GateWords.Of(picture.Caption.Plain), .. GateWords.Of(picture.Credit, named: true)],
        Table table => [.. GateWords.Of(table.Caption ?? string.Empty), .. table.Texts.SelectMany(text => GateWords.Of(text))],
        Embed embed => GateWords.Of(embed.Title ?? string.Empty),
        _ => block.Texts.SelectMany(text => GateWords.Of(text)),
    };

    private static IEnumerable<GateWord> Speaker(string? speaker) => GateWords.Of(speaker ?? string.Empty, named: true);

    // "12 March", "March 12, 2026": a number within two words of a month or weekday, that word beside a number, and any weekday.
    private static bool IsDate(List<GateWord> words, int index, string language)
    {
        var near = Enumerable.Range(Math.Max(index - 2, 0), Math.Min(index + 3, words.Count) - Math.Max(index - 2, 0));
        return words[index].IsNumber
            ? near.Any(other => DateWords.Holds(language, words[other].Key))
            : DateWords.IsWeekday(language, words[index].Key)
                || (DateWords.Holds(language, words[index].Key) && near.Any(other => words[other].IsNumber));
    }
}
