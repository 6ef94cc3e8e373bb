namespace Storyprint.Stories.Drafts.Proposals;

/// <summary>
/// Suggested changes: a second draft beside the draft. No mark of a suggestion stands in either, so none can reach print. <see cref="Base"/> is the draft as the
/// proposal knows it; taking changes brings it nearer to <see cref="Text"/>, refusing them brings <see cref="Text"/> nearer to it.
/// </summary>
public sealed record Proposal(StoryDraft Base, StoryDraft Text)
{
    /// <summary>Who made which change, by its key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<EditStamp>> Authors { get; init; } = new Dictionary<string, IReadOnlyList<EditStamp>>();

    /// <summary>A proposal that suggests nothing yet.</summary>
    public static Proposal Of(StoryDraft draft) => new(draft, draft);

    /// <summary>What is suggested, in reading order.</summary>
    public IReadOnlyList<ProposalChange> Changes
    {
        get
        {
            var parts = new ProposalParts(Base, Text);
            return [.. parts.All.GroupBy(parts.BundleOf).Select(bundle => Change(bundle.Key, [.. bundle]))];
        }
    }

    /// <summary>The proposal after somebody went on writing in it. Changes that stand already keep their Authors.</summary>
    public Proposal Edit(StoryDraft text, EditStamp by) => With(Base, text, by);

    /// <summary>The proposal beside a draft that was edited meanwhile. Where both changed the same words there is a choice in <see cref="Text"/>.</summary>
    public Proposal Rebase(StoryDraft draft, EditStamp by, EditStamp proposedBy) => With(draft, DraftMerge.Merge(Base, draft, by, Text, proposedBy), null);

    /// <summary>Takes some changes into the draft: the new draft is <see cref="Base"/>.</summary>
    public Proposal Accept(IEnumerable<string> keys) => With(Partial(keys, isTaken: true), Text, null);

    /// <summary>Refuses some changes.</summary>
    public Proposal Reject(IEnumerable<string> keys) => With(Base, Partial(keys, isTaken: false), null);

    /// <summary>The keys of the changes that one person made alone.</summary>
    public IEnumerable<string> KeysOf(string who) => Changes.Where(change => change.By.Count > 0 && change.By.All(by => by.Who == who)).Select(change => change.Key);

    private StoryDraft Partial(IEnumerable<string> keys, bool isTaken)
    {
        var parts = new ProposalParts(Base, Text);
        var named = keys.ToHashSet();
        return PartialDraft.Of(Base, Text, parts, [.. parts.All.Where(part => named.Contains(parts.BundleOf(part)) == isTaken).Select(part => part.Key)]);
    }

    private ProposalChange Change(string key, List<ProposalPart> bundle)
    {
        var shown = bundle.MinBy(part => part.Kind switch { ProposalChangeKind.AddedBlock => 0, ProposalChangeKind.RemovedBlock => 1, ProposalChangeKind.MovedBlock => 2, _ => 3 })!;
        return new ProposalChange(key, shown.Kind, shown.Block)
        {
            Text = shown.Name,
            Removed = string.Join(' ', bundle.Select(part => part.Removed).Where(words => words.Length > 0)),
            Added = string.Join(' ', bundle.Select(part => part.Added).Where(words => words.Length > 0)),
            By = [.. bundle.SelectMany(part => Authors.GetValueOrDefault(part.Key, [])).Distinct().OrderBy(by => by.At)],
        };
    }

    // A change that is new, or became another, goes to whoever edited, with those whose change at that place it was before.
    private Proposal With(StoryDraft draft, StoryDraft text, EditStamp? by)
    {
        var parts = new ProposalParts(draft, text);
        var known = parts.All.Select(part => part.Key).ToHashSet();
        var gone = new ProposalParts(Base, Text).All.Where(part => !known.Contains(part.Key)).ToLookup(part => (part.Block, part.Name));
        return new Proposal(draft, text)
        {
            Authors = parts.All.ToDictionary(part => part.Key, part => Authors.TryGetValue(part.Key, out var same) ? same :
                (IReadOnlyList<EditStamp>)[.. gone[(part.Block, part.Name)].SelectMany(former => Authors.GetValueOrDefault(former.Key, [])).Concat(by is { } who ? [who] : []).Distinct()]),
        };
    }
}
