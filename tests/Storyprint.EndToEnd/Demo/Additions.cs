using System.Globalization;
using Storyprint.Stories;

namespace Storyprint.EndToEnd.Demo;

/// <summary>What the demonstration lacks: lists of several pages, a story with two revisions, text that tries to break out of its element.</summary>
internal static class Additions
{
    /// <summary>Enough for a second page of any list.</summary>
    private const int ShortItems = 24;

    /// <summary>A headline of everything that HTML, JSON and CSS give a meaning to.</summary>
    private const string Hostile = """</script><b>"Tide" & 'ebb' \ <!-- {0} %00 --></style>""";

    /// <summary>Whether this is the story with the hostile text, whatever the import made of its headline.</summary>
    public static bool IsHostile(StoryContent content) => content.Headline.Contains("'ebb'", StringComparison.Ordinal);

    public static void Write(string folder, bool isSecondTime)
    {
        Directory.CreateDirectory(folder);
        foreach (var language in new[] { "en", "fa" })
        {
            for (var item = 1; item <= ShortItems; item++)
            {
                Story(folder, $"{language}-{item:00}", language, Headline(language, item), item, "sport", Sentence(language));
            }

            Story(folder, $"{language}-revised", language, Headline(language, 100), 40, "city",
                Sentence(language) + "\n\n" + Sentence(language) + (isSecondTime ? " [1](https://example.org/second)" : ""));
        }

        Story(folder, "hostile", "en", Hostile, 50, "science", $"Before the tide. `{Hostile}` After the ebb.");
    }

    private static void Story(string folder, string name, string language, string headline, int day, string section, string text)
    {
        var date = new DateTime(2024, 3, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        File.WriteAllText(Path.Combine(folder, name + ".md"), $"""
            ---
            title: '{headline.Replace("'", "''", StringComparison.Ordinal)}'
            date: {date}T09:00:00+01:00
            lang: {language}
            section: {section}
            authors: ["{(language == "fa" ? "مینا روشن" : "Ada Penrose")}"]
            tags: ["{(language == "fa" ? "خبر کوتاه" : "In brief")}"]
            ---
            {text}
            """);
    }

    private static string Headline(string language, int item) => language == "fa"
        ? string.Create(CultureInfo.InvariantCulture, $"خبر کوتاه شمارهٔ {item}")
        : string.Create(CultureInfo.InvariantCulture, $"In brief, number {item}");

    private static string Sentence(string language) => language == "fa"
        ? "قایق‌ها پیش از ظهر به بندر بازگشتند و باد تا شب آرام ماند."
        : "The boats came back to the harbour before noon, and the wind stayed low until night.";
}
