using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Puts texts together again from tokens.</summary>
internal static class TokenText
{
    /// <summary>The text of tokens among which no block begins.</summary>
    public static DraftText Of(ReadOnlySpan<MergeToken> tokens)
    {
        var runs = new List<DraftRun>();
        var words = new StringBuilder();
        var style = TextStyle.Plain;
        foreach (ref readonly var token in tokens)
        {
            if (token.Choice is { } choice)
            {
                Enter(style);
                runs.Add(choice);
                continue;
            }

            if (token.Style is { } whole)
            {
                if (!ReferenceEquals(whole, style) && whole != style)
                {
                    Enter(whole);
                }

                words.Append(token.Text);
                continue;
            }

            for (var index = 0; index < token.Length; index++)
            {
                if (token.StyleAt(index) is var next && next != style)
                {
                    Enter(next);
                }

                words.Append(token.Source[token.Start + index]);
            }
        }

        Enter(style);
        return DraftText.From(runs);

        void Enter(TextStyle next)
        {
            if (words.Length > 0)
            {
                runs.Add(new WordsRun(style.Run(words.ToString())));
                words.Clear();
            }

            style = next;
        }
    }

    /// <summary>The texts of one side of a choice: more than one where it holds choices itself.</summary>
    public static IEnumerable<TextOption> Options(ReadOnlySpan<MergeToken> tokens, EditStamp by)
    {
        var text = Of(tokens);
        var choices = text.Choices.ToList();
        return choices.Count == 0
            ? [new TextOption(text.ToRichText().Runs, by)]
            : [.. Enumerable.Range(0, choices.Max(choice => choice.Options.Count)).Select(index =>
                new TextOption(text.ToRichText(index).Runs, choices[0].Options[Math.Min(index, choices[0].Options.Count - 1)].By))];
    }

    /// <summary>The choice between some texts, each once, in the order of their words; null where all are the same.</summary>
    public static ChoiceRun? Choice(IEnumerable<TextOption> options)
    {
        var each = new List<TextOption>();
        foreach (var option in options.OrderBy(option => option.Plain, StringComparer.Ordinal).ThenBy(option => Marks(option.Runs), StringComparer.Ordinal))
        {
            if (each is [.., var last] && last.Runs.SequenceEqual(option.Runs))
            {
                each[^1] = last with { By = EditStamp.Earlier(last.By, option.By) };
            }
            else
            {
                each.Add(option);
            }
        }

        return each.Count > 1 ? new ChoiceRun(each) : null;
    }

    /// <summary>A text by which tokens are ordered that read the same.</summary>
    public static string Sort(ReadOnlySpan<MergeToken> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            text.Append(token.Break?.Value).Append(' ').AppendJoin(' ', token.Styles.Select(style => Marks([style.Run("")])))
                .AppendJoin(' ', token.Choice?.Options.Select(option => $"{option.Plain} {Marks(option.Runs)} {option.By.At:O} {option.By.Who}") ?? []);
        }

        return text.ToString();
    }

    private static string Marks(IReadOnlyList<TextRun> runs) => string.Join('\n', runs.Select(run => $"{run.Text.Length} {(int)run.Emphasis} {run.Link?.Address} {run.Was}"));
}
