using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.Bench;

/// <summary>Stories that resemble each other, and copies of them as they reach readers.</summary>
internal sealed class CheckCopies(int stories)
{
    private const int NearOneIn = 10;
    private const int RevisedOneIn = 20;

    private readonly Archive words = new(7);

    public static bool IsRevised(int number) => number % RevisedOneIn == 0;

    /// <summary>What is asked, the share of right answers that is wanted, and a copy with its source and its revision.</summary>
    public IReadOnlyList<(string What, double Target, Func<int, (string Text, int Source, int? Revision)> Make)> Kinds =>
    [
        ("whole stories, right story and revision", 99, question => Whole(question, 0)),
        ("whole stories, 20 % of the words changed", 99, question => Whole(question, 0.2) with { Revision = null }),
        ("excerpts of 25 words", 97, Excerpt),
        ("whole stories, 5 % reading errors", 99, Misread),
    ];

    /// <summary>A story as an import hands it over. One in ten is another one with one word in twenty changed; a second revision has one paragraph more and some words others.</summary>
    public StoryToStore Story(int number, int revision)
    {
        var isNear = number % NearOneIn == 1 && number > 0;
        var text = Of(isNear ? number - 1 : number);
        var random = new Random(number + (1_000_003 * revision));
        text = isNear || revision > 1 ? Changed(text, isNear ? 0.05 : 0.02, random) : text;
        return text with { Source = $"bench:{number}" };
    }

    public bool IsSource(PublishedStory found, int number) => PlainOf(found.Content.Body) is var text && (text == PlainOf(Story(number, 1).Content.Body) || text == PlainOf(Story(number, 2).Content.Body));

    /// <summary>A text of nobody here: half of them with the names and the phrases of a story of ours.</summary>
    public string Foreign(int number)
    {
        var text = PlainOf(new Archive(5_000_000 + number).Story("en", number, 1, null).Content.Body);
        return number % 2 == 0 ? text : $"{Of(number % stories).Content.Headline}. {text} {Of(number % stories).Content.Bylines[0]}";
    }

    private StoryToStore Of(int number) => number % 5 == 4
        ? new Archive(number + 1, Archive.Persian).Story("fa", number, 1, null)
        : new Archive(number + 1).Story("en", number, 1, null);

    private (string Text, int Source, int? Revision) Whole(int question, double changed)
    {
        var number = new Random(question).Next(stories);
        var revision = IsRevised(number) && question % 2 == 0 ? 2 : 1;
        var story = Story(number, revision);
        return (PlainOf((changed > 0 ? Changed(story, changed, new Random(question)) : story).Content.Body), number, revision);
    }

    private (string Text, int Source, int? Revision) Excerpt(int question)
    {
        var (text, source, _) = Whole(question, 0);
        var all = text.Split(' ');
        var from = new Random(question).Next(Math.Max(1, all.Length - 25));
        return (string.Join(' ', all.Skip(from).Take(25)), source, null);
    }

    private (string Text, int Source, int? Revision) Misread(int question)
    {
        var (text, source, _) = Whole(question, 0);
        var random = new Random(question);
        return (string.Join(' ', text.Split(' ').Select(word => random.NextDouble() < 0.05 && word.Length > 1 ? $"{word[0]}{(char)('a' + random.Next(26))}{word[2..]}" : word)), source, null);
    }

    private StoryToStore Changed(StoryToStore story, double share, Random random) => story with
    {
        Content = story.Content with
        {
            Body = [.. story.Content.Body.Select(block => block is Paragraph paragraph
                ? new Paragraph(RichText.From(string.Join(' ', paragraph.Text.Plain.Split(' ').Select(word => random.NextDouble() < share ? words[random.Next(5_000)] : word))))
                : block)],
        },
    };

    private static string PlainOf(IReadOnlyList<Block> body) => string.Join("\n", body.SelectMany(block => block.Texts).Where(text => text.Length > 0));
}
