namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Words that both sides changed differently: side by side as choices, in the blocks that both sides have there.</summary>
internal sealed class Clash(MergedTokens merged, TextSide ours, TextSide theirs)
{
    public void Merge(Range left, Range right)
    {
        var foreign = Breaks(theirs, right).ToDictionary(place => theirs.Tokens[place].Break!.Value);
        var (mine, other) = (left.Start.Value, right.Start.Value);
        foreach (var place in Breaks(ours, left))
        {
            // A block that both have: the words before it and behind it clash each for themselves.
            if (foreign.TryGetValue(ours.Tokens[place].Break!.Value, out var shared) && shared >= other)
            {
                Part(mine..place, other..shared);
                merged.Add(ours.Tokens[place], new Place(-1, place, shared));
                (mine, other) = (place + 1, shared + 1);
            }
        }

        Part(mine..left.End.Value, other..right.End.Value);
    }

    private void Part(Range left, Range right)
    {
        var (own, foreign) = (Pieces(ours, left), Pieces(theirs, right));
        Words(own[0], foreign[0]);
        if (IsFirst(own, foreign))
        {
            Rest(ours, own, isOurs: true);
            Rest(theirs, foreign, isOurs: false);
        }
        else
        {
            Rest(theirs, foreign, isOurs: false);
            Rest(ours, own, isOurs: true);
        }
    }

    private bool IsFirst(List<Range> own, List<Range> foreign) => own.Count < 2 || foreign.Count < 2
        || ours.Tokens[own[1].Start.Value - 1].Break!.Value.CompareTo(theirs.Tokens[foreign[1].Start.Value - 1].Break!.Value) <= 0;

    private void Rest(TextSide side, List<Range> pieces, bool isOurs)
    {
        foreach (var piece in pieces.Skip(1))
        {
            merged.Add(side.Tokens[piece.Start.Value - 1], merged.Of(side, piece.Start.Value - 1));
            Words(isOurs ? piece : 0..0, isOurs ? 0..0 : piece);
        }
    }

    private void Words(Range left, Range right)
    {
        var (mine, other) = (ours.Tokens[left], theirs.Tokens[right]);
        var start = 0;
        while (start < Math.Min(mine.Length, other.Length) && mine[start].Is(other[start]))
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(mine.Length, other.Length) - start && mine[^(end + 1)].Is(other[^(end + 1)]))
        {
            end++;
        }

        merged.AddAll(ours, left.Start.Value..(left.Start.Value + start));
        if (mine.Length + other.Length > 2 * (start + end))
        {
            merged.AddChoice([.. TokenText.Options(mine.AsSpan()[start..^end], ours.By), .. TokenText.Options(other.AsSpan()[start..^end], theirs.By)]);
        }

        merged.AddAll(ours, (left.End.Value - end)..left.End.Value);
    }

    private static IEnumerable<int> Breaks(TextSide side, Range range) =>
        Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value).Where(index => side.Tokens[index].Break is not null);

    private static List<Range> Pieces(TextSide side, Range range)
    {
        var pieces = new List<Range>();
        var from = range.Start.Value;
        foreach (var place in Breaks(side, range))
        {
            pieces.Add(from..place);
            from = place + 1;
        }

        return [.. pieces, from..range.End.Value];
    }
}
