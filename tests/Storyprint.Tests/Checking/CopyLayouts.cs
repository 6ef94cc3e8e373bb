using System.Text;
using Storyprint.Text.Matching;

namespace Storyprint.Tests.Checking;

/// <summary>The ways in which a copy reaches somebody: pasted, wrapped, cut out, with other text around.</summary>
internal static class CopyLayouts
{
    public static IReadOnlyList<(string Name, Func<string, Random, string> Lay)> All { get; } =
    [
        ("as it was", (text, _) => text),
        ("in one line", (text, _) => text.Replace('\n', ' ')),
        ("wrapped", (text, random) => Wrapped(text, random.Next(30, 80))),
        ("lines apart", (text, _) => text.Replace("\n", "\n\n\n", StringComparison.Ordinal)),
        ("without its headline", (text, _) => HasMark(text.Split('\n')[0]) ? text : text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
        ("other typography", (text, _) => OtherTypography(text)),
        ("other text around", (text, _) => $"Forwarded by somebody who likes to walk along the water in the evening.\n{text}\nSend this to ten of your friends before the week is over, please."),
        ("cut out", CutOut),
        ("cut out and wrapped", (text, random) => Wrapped(CutOut(text, random), random.Next(30, 80))),
        ("cut out with other text", (text, random) => $"Have you seen this one?\n\n{CutOut(text, random)}\n\nWhat do you all think of it, I wonder."),
    ];

    /// <summary>At least thirty words in a row with the marked place among them.</summary>
    private static string CutOut(string text, Random random)
    {
        var words = HashedWord.Of(text);
        var place = text.IndexOf(ForgedStory.Mark, StringComparison.Ordinal);
        var last = text.LastIndexOf(ForgedStory.Mark);
        var (first, end) = place < 0 ? (random.Next(words.Count / 2), words.Count / 2)
            : (words.FindIndex(word => word.End > place), words.FindLastIndex(word => word.Start < last) + 1);
        var from = random.Next(Math.Max(0, first - 30), first + 1);
        var to = Math.Min(words.Count, Math.Max(end, from + 36));
        from = Math.Max(0, Math.Min(from, to - 36));
        return text[Math.Min(words[from].Start, place < 0 ? int.MaxValue : from == first ? place : words[from].Start)..Math.Max(words[to - 1].End, to == end ? last + 1 : 0)];
    }

    private static bool HasMark(string text) => text.Contains(ForgedStory.Mark, StringComparison.Ordinal);

    private static string Wrapped(string text, int width)
    {
        var (wrapped, column) = (new StringBuilder(), 0);
        foreach (var character in text)
        {
            column = character == '\n' ? 0 : column + 1;
            var isEnd = column > width && (character == ' ' || character is >= '\u4E00' and < '\uA000');
            wrapped.Append(isEnd ? character == ' ' ? "\n" : $"\n{character}" : character);
            column = isEnd ? 0 : column;
        }

        return wrapped.ToString();
    }

    private static string OtherTypography(string text) => string.Concat(text.Select(character => character switch
    {
        '“' or '”' or '«' or '»' => '"',
        'ی' => 'ي',
        'ک' => 'ك',
        '’' => '\'',
        '۱' => '1',
        _ => character,
    }));
}
