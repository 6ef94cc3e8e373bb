using System.Runtime.InteropServices;
using Storyprint.Stories.Body;
using Storyprint.Text.Reading;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Splits texts that are compared with each other into tokens, and numbers equal ones alike.</summary>
internal sealed class TokenNumbers
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<ChoiceRun, int> choices = [];
    private readonly Dictionary<BlockId, int> breaks = [];

    private int Count => words.Count + choices.Count + breaks.Count;

    /// <summary>The beginning of a block.</summary>
    public MergeToken Break(BlockId id)
    {
        ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(breaks, id, out var known);
        key = known ? key : Count;
        return new MergeToken { Key = key, Source = string.Empty, Styles = [TextStyle.Plain], Break = id };
    }

    public void Append(List<MergeToken> tokens, DraftText text)
    {
        for (var index = 0; index < text.Runs.Count;)
        {
            if (text.Runs[index] is ChoiceRun choice)
            {
                ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(choices, choice, out var known);
                key = known ? key : Count;
                tokens.Add(new MergeToken { Key = key, Source = string.Empty, Styles = [TextStyle.Plain], Choice = choice });
                index++;
                continue;
            }

            var runs = new List<TextRun>();
            for (; index < text.Runs.Count && text.Runs[index] is WordsRun words; index++)
            {
                runs.Add(words.Words);
            }

            Append(tokens, runs);
        }
    }

    // A word may begin in one run and end in another, so runs are split together.
    private void Append(List<MergeToken> tokens, List<TextRun> runs)
    {
        var text = runs.Count == 1 ? runs[0].Text : string.Concat(runs.Select(run => run.Text));
        TextStyle[][] styles = [.. runs.Select(run => (TextStyle[])[TextStyle.Of(run)])];
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var (run, end) = (0, runs[0].Text.Length);
        foreach (var span in TokenSpans.Of(text))
        {
            while (span.Start >= end)
            {
                end += runs[++run].Text.Length;
            }

            ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, text.AsSpan(span.Start, span.Length), out var known);
            key = known ? key : Count;
            tokens.Add(new MergeToken
            {
                Key = key,
                Kind = span.Kind,
                Source = text,
                Start = span.Start,
                Length = span.Length,
                Styles = span.End <= end ? styles[run] : Each(styles, runs, run, end, span),
            });
        }
    }

    private static TextStyle[] Each(TextStyle[][] styles, List<TextRun> runs, int run, int end, TokenSpan span)
    {
        var each = new TextStyle[span.Length];
        for (var index = 0; index < span.Length; index++)
        {
            while (span.Start + index >= end)
            {
                end += runs[++run].Text.Length;
            }

            each[index] = styles[run][0];
        }

        return each;
    }
}
