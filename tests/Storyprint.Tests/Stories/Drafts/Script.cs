using System.Globalization;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>How words are written in random drafts. Each word that somebody types stands nowhere else.</summary>
internal sealed record Script(string Name, string Space, Func<string, int, string> Word)
{
    public static Script Latin { get; } = new("Latin", " ", (who, number) => string.Create(CultureInfo.InvariantCulture, $"{who}w{number}"));

    public static Script Persian { get; } = new("Persian", " ", (who, number) => $"می‌{(who == "a" ? "آمد" : who == "b" ? "برد" : "گفت")}{Digits(number)}");

    // One sign is one word.
    public static Script Chinese { get; } = new("Chinese", "", (who, number) => ((char)((who == "a" ? '\u4E00' : who == "b" ? '\u6000' : '\u7000') + number)).ToString());

    public static IReadOnlyList<Script> All { get; } = [Latin, Persian, Chinese];

    public List<string> Split(string text) => Space.Length > 0
        ? [.. text.Split(Space, StringSplitOptions.RemoveEmptyEntries)]
        : [.. text.Where(sign => sign is not (' ' or '\n')).Select(sign => sign.ToString())];

    public string Join(IReadOnlyList<string> words) => string.Join(Space, words);

    public string Sentence(string who, int from, int count) => Join([.. Enumerable.Range(from, count).Select(number => Word(who, number))]);

    private static string Digits(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('۰' + (digit - '0'))));
}
