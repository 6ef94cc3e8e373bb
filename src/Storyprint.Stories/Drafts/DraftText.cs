using Storyprint.Stories.Body;

namespace Storyprint.Stories.Drafts;

/// <summary>
/// A text of a draft, as runs in reading order. Neighbours with the same marks are one run and no run is empty, so two texts that read the same are equal.
/// </summary>
public sealed class DraftText : IEquatable<DraftText>
{
    /// <summary>Stands for a choice in <see cref="Plain"/>, so that offsets count it as one character.</summary>
    public const char ChoiceSign = '\uFFFC';

    private DraftText(IReadOnlyList<DraftRun> runs) => Runs = runs;

    public static DraftText Empty { get; } = new([]);

    public IReadOnlyList<DraftRun> Runs { get; }

    public bool IsEmpty => Runs.Count == 0;

    public IEnumerable<ChoiceRun> Choices => Runs.OfType<ChoiceRun>();

    /// <summary>The words without marks; each choice is one <see cref="ChoiceSign"/>.</summary>
    public string Plain => field ??= Runs is [WordsRun only] ? only.Words.Text : string.Concat(Runs.Select(run => run is WordsRun words ? words.Words.Text : ChoiceSign.ToString()));

    public static DraftText From(string words) => words.Length == 0 ? Empty : new([new WordsRun(new TextRun(words))]);

    public static DraftText From(RichText text) => From(text.Runs);

    public static DraftText From(IEnumerable<TextRun> runs) => From(runs.Select(run => new WordsRun(run)));

    public static DraftText From(IEnumerable<DraftRun> runs)
    {
        var joined = new List<DraftRun>();
        foreach (var run in runs)
        {
            if (run is WordsRun { Words.Text.Length: 0 })
            {
                continue;
            }

            if (run is WordsRun words && joined is [.., WordsRun last] && last.Words with { Text = string.Empty } == words.Words with { Text = string.Empty })
            {
                joined[^1] = new WordsRun(last.Words with { Text = last.Words.Text + words.Words.Text });
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined.Count == 0 ? Empty : new DraftText(joined);
    }

    /// <summary>The text for readers; of a choice, the option at this place, or its last.</summary>
    public RichText ToRichText(int option = 0) => new([.. From(Runs.SelectMany(run => run switch
    {
        ChoiceRun choice => choice.Options[Math.Min(option, choice.Options.Count - 1)].Runs,
        _ => [((WordsRun)run).Words],
    })).Runs.Select(run => ((WordsRun)run).Words)]);

    /// <summary>Whether it has emphasis or links, also within choices.</summary>
    public bool HasMarks => Runs.Any(run => run is WordsRun words ? IsMarked(words.Words) : ((ChoiceRun)run).Options.Any(option => option.Runs.Any(IsMarked)));

    /// <summary>The same words without emphasis and links.</summary>
    public DraftText WithoutMarks() => HasMarks
        ? From(Runs.Select(run => run is WordsRun words
            ? new WordsRun(new TextRun(words.Words.Text))
            : (DraftRun)new ChoiceRun([.. ((ChoiceRun)run).Options.Select(option => option with { Runs = From(option.Plain).ToRichText().Runs })])))
        : this;

    public bool Equals(DraftText? other) => ReferenceEquals(this, other) || (other is not null && Runs.SequenceEqual(other.Runs));

    public override bool Equals(object? obj) => Equals(obj as DraftText);

    public override int GetHashCode() => Plain.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Plain;

    private static bool IsMarked(TextRun run) => run is not { Emphasis: Emphasis.None, Link: null, Was: null };
}
