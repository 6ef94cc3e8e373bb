using Storyprint.Stories.Drafts.Merging;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Authors;

/// <summary>Who wrote which words of a draft. It is carried from state to state, so that each word keeps the one who typed it, wherever it was split or joined.</summary>
public sealed class Authorship
{
    private const long Steps = 20_000_000;

    private readonly Dictionary<(BlockId Block, string Text), IReadOnlyList<AuthoredSpan>> spans;

    private Authorship(Dictionary<(BlockId Block, string Text), IReadOnlyList<AuthoredSpan>> spans) => this.spans = spans;

    /// <summary>The authorship of a draft that one person wrote, or brought in.</summary>
    public static Authorship Of(StoryDraft draft, EditStamp by) =>
        new(Texts(draft).ToDictionary(text => (text.Block.Id, text.Name), text => (IReadOnlyList<AuthoredSpan>)[new AuthoredSpan(text.Text.Plain.Length, by)]));

    /// <summary>The spans of a text in order; together they are as long as <see cref="DraftText.Plain"/>.</summary>
    public IReadOnlyList<AuthoredSpan> Of(BlockId block, string text = BlockShape.MainText) => spans.GetValueOrDefault((block, text), []);

    /// <summary>The authorship of the next state. Words that stand there already keep their author; the words of a choice go to whoever wrote them.</summary>
    /// <param name="before">The state that this is the authorship of.</param>
    /// <param name="by">Who made the next state.</param>
    public Authorship After(StoryDraft before, StoryDraft after, EditStamp by)
    {
        DraftIndex old = new(before), now = new(after);
        var budget = new WorkBudget(Steps);
        var next = new Dictionary<(BlockId, string), IReadOnlyList<AuthoredSpan>>();
        foreach (var (block, name, text) in Texts(after))
        {
            var same = old.Block(block.Id)?.Texts[name];
            next[(block.Id, name)] = text.Equals(same) && spans.TryGetValue((block.Id, name), out var kept) ? kept : Carried(Sources(old, now, block, name), text, by, budget);
        }

        return new Authorship(next);
    }

    private IReadOnlyList<AuthoredSpan> Carried(IEnumerable<(BlockId Block, string Name, DraftText Text)> sources, DraftText text, EditStamp by, WorkBudget budget)
    {
        var numbers = new TokenNumbers();
        var (old, authors, tokens) = (new List<MergeToken>(), new List<EditStamp>(), new List<MergeToken>());
        foreach (var source in sources)
        {
            var from = old.Count;
            numbers.Append(old, source.Text);
            var (length, place) = (0, 0);
            var known = Of(source.Block, source.Name);
            for (var index = from; index < old.Count; index++)
            {
                authors.Add(known.Count == 0 ? by : known[place].By);
                length += Length(old[index]);
                for (; place < known.Count - 1 && length >= known[place].Length; place++)
                {
                    length -= known[place].Length;
                }
            }
        }

        numbers.Append(tokens, text);
        var side = new TextSide([.. old], [.. tokens], by, budget);
        var written = new EditStamp?[tokens.Count];
        for (var index = 0; index < old.Count; index++)
        {
            if (side.PlaceOf(index) is >= 0 and var place)
            {
                written[place] = authors[index];
            }
        }

        foreach (var region in side.Regions)
        {
            var settled = Settled(old, region, side.Tokens);
            for (var index = region.AfterFrom; settled is not null && index < region.AfterTo; index++)
            {
                written[index] = settled;
            }
        }

        return Joined(tokens, index => written[index] ?? tokens[index].Choice?.Options[0].By ?? by);
    }

    // The words of a choice that was settled here, if they are one of its options.
    private static EditStamp? Settled(List<MergeToken> old, Region region, MergeToken[] tokens)
    {
        var words = TokenText.Of(tokens.AsSpan(region.AfterFrom, region.AfterTo - region.AfterFrom)).Plain;
        return old[region.BeforeFrom..region.BeforeTo].SelectMany(token => token.Choice?.Options ?? []).Where(option => option.Plain == words && words.Length > 0)
            .Select(option => (EditStamp?)option.By).FirstOrDefault();
    }

    // The text before, with that of a block it was split from, and of blocks that were joined to it.
    private static IEnumerable<(BlockId Block, string Name, DraftText Text)> Sources(DraftIndex old, DraftIndex now, DraftBlock block, string name)
    {
        if (name != BlockShape.MainText || !old.Has(block.Id))
        {
            var source = old.Has(block.Id) ? block.Id : block.Origin;
            return source is { } id && old.Block(id)?.Texts[name] is { } text ? [(id, name, text)] : [];
        }

        var siblings = old.ChildrenOf(old.ParentOf(block.Id));
        return siblings.Skip(old.IndexOf(block.Id) + 1).TakeWhile(next => !now.Has(next.Id)).Prepend(old.Block(block.Id)!).Select(source => (source.Id, name, source.Text));
    }

    private static List<AuthoredSpan> Joined(List<MergeToken> tokens, Func<int, EditStamp> author)
    {
        var joined = new List<AuthoredSpan>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var (length, by) = (Length(tokens[index]), author(index));
            if (joined is [.., var last] && last.By == by)
            {
                joined[^1] = last with { Length = last.Length + length };
            }
            else
            {
                joined.Add(new AuthoredSpan(length, by));
            }
        }

        return joined;
    }

    // A choice is one sign of the text.
    private static int Length(MergeToken token) => token.IsText ? token.Length : 1;

    private static IEnumerable<(DraftBlock Block, string Name, DraftText Text)> Texts(StoryDraft draft) =>
        draft.All.SelectMany(block => block.Texts.Pairs.Select(text => (block, text.Key, text.Value)));
}

/// <param name="Length">In UTF-16 units.</param>
public readonly record struct AuthoredSpan(int Length, EditStamp By);
