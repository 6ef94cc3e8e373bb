using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>An ordinary hour: somebody changes a few words near one place. Which words of the text before were touched is kept.</summary>
internal sealed class OrdinaryEdits
{
    public const int Paragraphs = 12;
    public const int Words = 25;

    private readonly Dictionary<(int Paragraph, int Word), string> replaced = [];
    private readonly Dictionary<(int Paragraph, int Word), List<string>> inserted = [];

    public OrdinaryEdits(string name, Script script, Random random)
    {
        var (home, count) = (random.Next(Paragraphs), 0);
        for (var act = 0; act < 6; act++)
        {
            var place = (Paragraph: (home + random.Next(3)) % Paragraphs, Word: random.Next(Words));
            switch (random.Next(5))
            {
                case 0:
                    replaced[place] = string.Empty;
                    break;
                case 1 or 2:
                    replaced[place] = script.Word(name, ++count);
                    break;
                default:
                    (inserted.TryGetValue(place, out var words) ? words : inserted[place] = []).Add(script.Word(name, ++count));
                    break;
            }
        }

        Draft = Drafted.From(Story(script, Text));
        string Text(int paragraph) => script.Join([.. Enumerable.Range(0, Words).SelectMany(word => (string[])
        [
            .. inserted.GetValueOrDefault((paragraph, word), []),
            .. replaced.GetValueOrDefault((paragraph, word), Word(script, paragraph, word)) is { Length: > 0 } stays ? [stays] : (string[])[],
        ])]);
    }

    public StoryDraft Draft { get; }

    public static StoryDraft Before(Script script) => Drafted.From(Story(script, paragraph => script.Join([.. Enumerable.Range(0, Words).Select(word => Word(script, paragraph, word))])));

    /// <summary>Whether both changed the same words, or one wrote between two neighbours that the other both changed.</summary>
    public static bool Meet(OrdinaryEdits one, OrdinaryEdits other) =>
        one.replaced.Keys.Any(other.replaced.ContainsKey) || one.IsWithin(other) || other.IsWithin(one);

    /// <summary>Whether both put other words in the place of the same.</summary>
    public static bool Clash(OrdinaryEdits one, OrdinaryEdits other) =>
        one.replaced.Any(change => change.Value.Length > 0 && other.replaced.TryGetValue(change.Key, out var words) && words.Length > 0);

    private bool IsWithin(OrdinaryEdits other) =>
        inserted.Keys.Any(place => other.replaced.ContainsKey(place) && other.replaced.ContainsKey((place.Paragraph, place.Word - 1)));

    private static string Word(Script script, int paragraph, int word) => script.Word("s", 1 + (paragraph * Words) + word);

    private static StoryContent Story(Script script, Func<int, string> text) => new()
    {
        Language = "en",
        Headline = script.Word("s", 900),
        Body = [.. Enumerable.Range(0, Paragraphs).Select(paragraph => new Paragraph(RichText.From(text(paragraph))))],
    };
}
