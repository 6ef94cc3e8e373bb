namespace Storyprint.Stories.Releases.Gate;

/// <summary>What one change of words amounts to, read with the whole of both texts in mind.</summary>
internal sealed class ChangeReading
{
    // More words than these do not help an editor to find the place.
    private const int Shown = 12;

    private static readonly HashSet<string> AlwaysCapital = new(StringComparer.Ordinal) { "i", "i'm", "i've", "i'd", "i'll" };

    // Most changes are read without them.
    private readonly Lazy<HashSet<string>> named;
    private readonly Lazy<HashSet<string>> small;

    public ChangeReading(StoryWords before, StoryWords after)
    {
        StoryWords[] texts = [before, after];
        named = new(() => Keys(texts.SelectMany(text => text.Of(text.Lines.Where(line => line.IsNamed))).Where(word => word.IsCapital)));
        small = new(() => Keys(texts.SelectMany(text => text.Of(text.Lines)).Where(word => !word.IsCapital)));
    }

    public IEnumerable<GateFinding> Findings(WordChange change)
    {
        List<GateFinding> found = [];
        if (change.Before.Concat(change.After).Any(word => word.IsQuoted))
        {
            found.Add(Finding(GateFindingKind.Quotation, change.Before, change.After));
        }

        var isSpelling = Spelling.Explains(change);
        Add(GateFindingKind.Date, word => word.IsDate && (word.IsNumber || !isSpelling));
        Add(GateFindingKind.Number, word => word.IsNumber && !word.IsDate);
        Add(GateFindingKind.Negation, word => word.IsNegation);

        // "Teh" at the head of a sentence is no name where the same text knows "the".
        var heads = !change.Before.Concat(change.After).Any(word => word is { StartsSentence: true, IsCapital: true } && small.Value.Contains(word.Key));
        Add(GateFindingKind.Name, word => !word.IsNumber && !word.IsNegation && !word.IsDate && IsName(word, heads));
        return found.Count > 0 || isSpelling ? found : [Finding(GateFindingKind.Words, change.Before, change.After)];

        void Add(GateFindingKind kind, Func<GateWord, bool> isOfKind)
        {
            GateWord[] before = [.. change.Before.Where(isOfKind)], after = [.. change.After.Where(isOfKind)];
            if (!before.SequenceEqual(after))
            {
                found.Add(Finding(kind, before, after));
            }
        }
    }

    // A credit such as "Tomas Reyes / The Ledger" makes no name of every "the".
    private bool IsName(GateWord word, bool heads) => word.IsNamed
        || (word.IsCapital && !AlwaysCapital.Contains(word.Key) && (heads || !word.StartsSentence))
        || (named.Value.Contains(word.Key) && (word.IsCapital || !small.Value.Contains(word.Key)));

    private static HashSet<string> Keys(IEnumerable<GateWord> words) => new(words.Select(word => word.Key), StringComparer.Ordinal);

    private static GateFinding Finding(GateFindingKind kind, IReadOnlyList<GateWord> before, IReadOnlyList<GateWord> after) =>
        new(kind, Words(before), Words(after));

    private static string Words(IReadOnlyList<GateWord> words) =>
        string.Join(' ', words.Take(Shown).Select(word => word.Shown)) + (words.Count > Shown ? " …" : string.Empty);
}
