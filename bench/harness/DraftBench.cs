using System.Diagnostics;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Wire;
using Storyprint.Text.Differences;

namespace Storyprint.Bench;

/// <summary>
/// What merging two drafts costs: a long story that two people edited everywhere, and drafts made to be slow. Beside it a bare comparison of the same words, and
/// reading the draft from its JSON, which the server does anyway.
/// </summary>
internal static class DraftBench
{
    private const string Name = "draft";
    private const double MergeMs = 50;

    private static readonly EditStamp Ours = new("Ines", DateTimeOffset.UnixEpoch);
    private static readonly EditStamp Theirs = new("Jens", DateTimeOffset.UnixEpoch.AddMinutes(1));

    public static void Run(int rounds)
    {
        var story = Paragraphs(400, paragraph => string.Join(' ', Enumerable.Range(0, 50).Select(word => Word(paragraph, word))));
        var ours = Each(story, (block, index) => index % 3 == 0 ? block : Said(block, block.Text.Plain + " mine"));
        var theirs = Each(story, (block, index) => index % 5 == 0 ? block : Said(block, "theirs " + block.Text.Plain));
        var merge = Report("merging 20,000 words, two thirds and four fifths of the paragraphs edited", story, ours, theirs, rounds, MergeMs);
        Figure("a bare comparison of the same words, paragraph by paragraph", Times(rounds, () => Compare(story, ours)), "the merge compares twice");
        Figure("reading the same draft from JSON", Times(rounds, () => DraftJson.TryRead(DraftJson.Write(ours), out StoryDraft? _, out _)), "what the server does with each draft");
        Figure("the changes between the two, and applying them", Times(rounds, () => ApplyChange.To(story, DraftDiff.Between(story, ours), out _)), $"merging: {merge:0.0} ms");

        var empty = Paragraphs(10_000, _ => string.Empty);
        Report("10,000 empty paragraphs, each second removed by one, each third written in by the other", empty,
            Only(empty, index => index % 2 == 0), Each(empty, (block, index) => index % 3 == 0 ? Said(block, "word") : block), rounds);

        var one = Paragraphs(1, _ => string.Join(' ', Enumerable.Range(0, 20_000).Select(word => Word(0, word))));
        Report("one paragraph of 20,000 words, each tenth and each eleventh word changed", one, Words(one, 10, "mine"), Words(one, 11, "theirs"), rounds);
        Report("the same, every word replaced by both", one, Words(one, 1, "mine"), Words(one, 1, "theirs"), rounds);

        var same = Paragraphs(1, _ => string.Join(' ', Enumerable.Repeat("word", 20_000)));
        Report("20,000 times one word, with words put in and taken out", same, Words(same, 7, "mine"), Words(same, 9, ""), rounds);

        var many = Paragraphs(10_000, paragraph => Word(paragraph, 0));
        var random = new Random(1);
        Report("10,000 paragraphs in two random orders", many, Shuffled(many, random), Shuffled(many, random), rounds);
        Report("5,000 paragraphs moved to the front in reverse by one, each tenth removed by the other", many,
            Ordered(many, [.. Enumerable.Range(0, 5_000).Select(index => 9_999 - index), .. Enumerable.Range(0, 5_000)]), Only(many, index => index % 10 != 0), rounds);
    }

    private static double Report(string what, StoryDraft before, StoryDraft ours, StoryDraft theirs, int rounds, double? atMost = null)
    {
        var times = Times(rounds, () => DraftMerge.Merge(before, ours, Ours, theirs, Theirs));
        new Figure { Bench = Name, What = what, Rounds = times, Unit = "ms", AtMost = atMost }.Report();
        return Percentile.Median(times);
    }

    private static void Figure(string what, IReadOnlyList<double> times, string beside) => new Figure { Bench = Name, What = what, Rounds = times, Unit = "ms", Beside = beside }.Report();

    private static List<double> Times(int rounds, Action run)
    {
        var times = new List<double>();
        for (var round = -3; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            run();
            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return times;
    }

    private static void Compare(StoryDraft before, StoryDraft after)
    {
        foreach (var (old, now) in before.Root.Blocks.Zip(after.Root.Blocks))
        {
            _ = TextComparison.Of([new ComparedParagraph("text", old.Text.Plain)], [new ComparedParagraph("text", now.Text.Plain)], "en");
        }
    }

    private static StoryDraft Paragraphs(int count, Func<int, string> text)
    {
        var id = 0;
        return DraftFromContent.Of(
            new StoryContent { Language = "en", Headline = "A long story", Body = [.. Enumerable.Range(0, count).Select(paragraph => new Paragraph(RichText.From(text(paragraph))))] },
            () => BlockId.Parse($"p{id++}"));
    }

    private static StoryDraft Each(StoryDraft draft, Func<DraftBlock, int, DraftBlock> change) => new(draft.Root with { Blocks = [.. draft.Root.Blocks.Select(change)] });

    private static StoryDraft Only(StoryDraft draft, Predicate<int> stays) => new(draft.Root with { Blocks = [.. draft.Root.Blocks.Where((_, index) => stays(index))] });

    private static StoryDraft Ordered(StoryDraft draft, int[] places) => new(draft.Root with { Blocks = [.. places.Select(place => draft.Root.Blocks[place])] });

    private static StoryDraft Shuffled(StoryDraft draft, Random random)
    {
        var places = Enumerable.Range(0, draft.Root.Blocks.Count).ToArray();
        random.Shuffle(places);
        return Ordered(draft, places);
    }

    private static StoryDraft Words(StoryDraft draft, int each, string instead) => Each(draft, (block, _) => Said(block, string.Join(' ',
        block.Text.Plain.Split(' ').Select((word, index) => index % each == 0 ? instead.Length == 0 ? "" : $"{instead}{index}" : word).Where(word => word.Length > 0))));

    private static DraftBlock Said(DraftBlock block, string words) => block with { Texts = NamedValues.Of(BlockShape.MainText, DraftText.From(words)) };

    private static string Word(int paragraph, int word) => $"{(char)('a' + (word % 26))}word{((paragraph * 31) + (word * 17)) % 4_000}";
}
