using Storyprint.Checking;
using Storyprint.Text.Matching;

namespace Storyprint.Tests.Checking;

/// <summary>One word changed somewhere in a story of ours: whoever compares is shown that very word, however the copy reached him.</summary>
public sealed class ForgeriesTests
{
    private const int Wanted = 1_000;

    [Fact]
    public void The_changed_word_of_a_thousand_forgeries_is_named()
    {
        var missed = new List<string>();
        var count = 0;
        for (var seed = 0; count < Wanted; seed++)
        {
            foreach (var (forgery, layout) in ForgedStory.All.SelectMany(story => story.Forgeries).SelectMany(forgery => CopyLayouts.All.Select(layout => (forgery, layout))))
            {
                count++;
                var copy = layout.Lay(forgery.Marked, new Random(seed + count)).Replace(ForgedStory.Mark.ToString(), "", StringComparison.Ordinal);
                if (Compare(copy, forgery.Story) is var found && !IsNamed(forgery, found))
                {
                    missed.Add($"{forgery} ({layout.Name})\n{copy}\n{string.Join("\n", found.Differences)}");
                }
            }
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {count}:\n{string.Join("\n\n", missed.Take(12))}");
    }

    [Fact]
    public void In_an_unaltered_copy_no_word_is_called_different()
    {
        var wrong = new List<string>();
        foreach (var story in ForgedStory.All)
        {
            for (var seed = 0; seed < 40; seed++)
            {
                foreach (var (name, lay) in CopyLayouts.All)
                {
                    var copy = lay(story.Published, new Random(seed));
                    if (Compare(copy, story) is { Alterations: > 0 } found)
                    {
                        wrong.Add($"{story.Language} ({name})\n{copy}\n{string.Join("\n", found.Differences.Where(difference => difference.IsAlteration))}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join("\n\n", wrong.Take(12))}");
    }

    // The new word stands in a difference, and beside it what was published there or nothing.
    private static bool IsNamed(Forgery forgery, CopyComparison found) => found.Differences.Any(difference => difference.IsAlteration
        && Folded(difference.Copy).Intersect(Folded(forgery.Put)).Any()
        && (difference.Original.Length == 0 || Folded(difference.Original).Intersect(Folded(forgery.Was)).Any()));

    private static IEnumerable<ulong> Folded(string text) => HashedWord.Of(text).Select(word => word.Hash);

    internal static CopyComparison Compare(string text, ForgedStory story)
    {
        Assert.True(CopyInput.TryRead(text, out var input));
        var (copy, original) = (new CopyText(input.Text), new OriginalText([.. story.Published.Split('\n').Select((line, at) => new OriginalLine(at == 0 ? "headline" : "text", line, at == 0))]));
        return CopyComparison.Of(copy, original, story.Language, RunChain.Of(new SharedRuns(copy.Words).With(original.Words)));
    }
}
