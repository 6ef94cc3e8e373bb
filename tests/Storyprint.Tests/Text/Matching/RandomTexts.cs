using System.Text;

namespace Storyprint.Tests.Text.Matching;

/// <summary>Texts of no meaning in several scripts, the same for the same seed.</summary>
internal sealed class RandomTexts(int seed)
{
    private static readonly Dictionary<string, (int From, int To, bool HasSpaces)> Scripts = new()
    {
        ["en"] = ('a', 'z', true),
        ["ru"] = ('а', 'я', true),
        ["fa"] = ('ا', 'غ', true),
        ["ar"] = ('ف', 'ي', true),
        ["hi"] = ('अ', 'ह', true),
        ["ko"] = ('가', '힣', true),
        ["zh"] = (0x4E00, 0x9000, false),
        ["ja"] = ('ぁ', 'ゖ', false),
        ["th"] = ('ก', 'ฮ', false),
    };

    private readonly Random random = new(seed);

    public static IReadOnlyCollection<string> Names => Scripts.Keys;

    public static bool HasSpaces(string script) => Scripts[script].HasSpaces;

    /// <param name="words">Words, or characters where there are no spaces.</param>
    public string Of(string script, int words)
    {
        var (from, to, hasSpaces) = Scripts[script];
        var text = new StringBuilder();
        for (var word = 0; word < words; word++)
        {
            for (var letter = hasSpaces ? random.Next(2, 9) : 1; letter > 0; letter--)
            {
                text.Append(char.ConvertFromUtf32(random.Next(from, to + 1)));
            }

            text.Append(hasSpaces ? random.Next(9) switch { 0 => ", ", 1 => ".\n", 2 => " 12 ", _ => " " } : random.Next(15) == 0 ? "。" : "");
        }

        return text.ToString();
    }

    public int Next(int most) => random.Next(most);
}
