namespace Storyprint.Verification;

/// <summary>All findings of one check. Beyond a limit they are only counted: a site that is wrong everywhere must not fill the memory.</summary>
internal sealed class Findings
{
    private const int Kept = 1000;
    private readonly Lock guard = new();
    private readonly List<Finding> kept = [];
    private readonly Dictionary<FindingKind, long> counts = [];

    public IReadOnlyList<Finding> All { get { lock (guard) { return [.. kept]; } } }

    /// <summary>How many there are of each kind, the gravest kinds first.</summary>
    public IReadOnlyList<(FindingKind Kind, long Count)> Counts
    {
        get
        {
            lock (guard)
            {
                return [.. counts.OrderByDescending(count => count.Key.Severity).Select(count => (count.Key, count.Value))];
            }
        }
    }

    public void Add(FindingKind kind, string about, string sentence, params IReadOnlyList<string> evidence)
    {
        lock (guard)
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (kept.Count < Kept || counts[kind] == 1)
            {
                kept.Add(new Finding(kind, about, sentence) { Evidence = evidence });
            }
        }
    }
}
