using Storyprint.Text.Differences;
using Storyprint.Text.Reading;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>The tokens of a merged text as they come together.</summary>
internal sealed class MergedTokens(MergeToken[] before, TextSide ours, TextSide theirs)
{
    private readonly List<Place> places = [];

    public List<MergeToken> Tokens { get; } = [];

    /// <summary>Adds tokens that both sides kept, with the marks of both.</summary>
    public void Keep(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var (own, foreign) = (ours.PlaceOf(index), theirs.PlaceOf(index));
            if (Styled(before[index], ours.Tokens[own], theirs.Tokens[foreign]) is { } token)
            {
                Add(token, new Place(index, own, foreign));
                continue;
            }

            // Both led the link of these words elsewhere.
            var end = index + 1;
            while (end < to && Styled(before[end], ours.Tokens[ours.PlaceOf(end)], theirs.Tokens[theirs.PlaceOf(end)]) is null)
            {
                end++;
            }

            AddChoice(
                [.. TokenText.Options(ours.Tokens.AsSpan(own, end - index), ours.By), .. TokenText.Options(theirs.Tokens.AsSpan(foreign, end - index), theirs.By)]);
            index = end - 1;
        }
    }

    /// <summary>Adds what one side put in the place of words that the other kept. Marks that the other gave all of those go on.</summary>
    public void Change(TextSide side, TextSide other, Region region)
    {
        var changes = region.BeforeFrom < region.BeforeTo
            ? Enumerable.Range(region.BeforeFrom, region.BeforeTo - region.BeforeFrom).Select(index => ChangeOf(other, index)).Distinct().ToList()
            : region.BeforeFrom > 0 && region.BeforeFrom < before.Length && ChangeOf(other, region.BeforeFrom - 1) is var one && one == ChangeOf(other, region.BeforeFrom) ? [one] : [StyleChange.None];
        var added = side.Tokens.AsSpan(region.AfterFrom, region.AfterTo - region.AfterFrom);
        if (changes is [{ } change])
        {
            for (var index = region.AfterFrom; index < region.AfterTo; index++)
            {
                var token = side.Tokens[index];
                Add(change == StyleChange.None || !token.IsText ? token : token with { Styles = Array.ConvertAll(token.Styles, change.Apply) }, Of(side, index));
            }
        }
        else if (added.Length > 0 && !added.ToArray().Any(token => token.Break is not null))
        {
            // Marks on a part of words that are gone have nowhere to go.
            var from = other.PlaceOf(region.BeforeFrom);
            AddChoice([.. TokenText.Options(added, side.By), .. TokenText.Options(other.Tokens.AsSpan(from, region.BeforeTo - region.BeforeFrom), other.By)]);
        }
        else
        {
            AddAll(side, region.AfterFrom..region.AfterTo);
        }
    }

    /// <summary>Adds the words of one side, and behind them the blocks that the other began there.</summary>
    public void WithBreaks(TextSide words, Range range, TextSide breaks, Range broken)
    {
        AddAll(words, range);
        AddAll(breaks, broken, only: token => token.Break is not null);
    }

    public void AddAll(TextSide side, Range range, Predicate<MergeToken>? only = null)
    {
        for (var index = range.Start.Value; index < range.End.Value; index++)
        {
            if (only?.Invoke(side.Tokens[index]) != false)
            {
                Add(side.Tokens[index], Of(side, index));
            }
        }
    }

    /// <summary>Adds a choice between texts, or the text where all are the same.</summary>
    public void AddChoice(IReadOnlyList<TextOption> options)
    {
        if (TokenText.Choice(options) is { } choice)
        {
            Tokens.Add(new MergeToken { Key = -1, Source = string.Empty, Styles = [TextStyle.Plain], Choice = choice });
            places.Add(Place.None);
            return;
        }

        var tokens = new List<MergeToken>();
        new TokenNumbers().Append(tokens, DraftText.From(options[0].Runs));
        tokens.ForEach(token => Add(token, Place.None));
    }

    public void Add(in MergeToken token, Place place)
    {
        if (token.IsText && Tokens is [.., { IsText: true } last] && !place.Follows(places[^1]) && Glues(token, last))
        {
            // Words of two people that would read as one.
            Tokens.Add(new MergeToken { Key = -1, Kind = TokenKind.Space, Source = " ", Length = 1, Styles = [TextStyle.Plain] });
            places.Add(Place.None);
        }

        Tokens.Add(token);
        places.Add(place);
    }

    private bool Glues(MergeToken token, MergeToken last)
    {
        var left = (Tokens is [.., { IsText: true } former, _] ? former.Text.ToString() : string.Empty) + last.Text.ToString();
        return TokenSpans.Of(left + token.Text.ToString()).All(span => span.Start != left.Length);
    }

    public Place Of(TextSide side, int index) => ReferenceEquals(side, ours) ? new Place(-1, index, -1) : new Place(-1, -1, index);

    private StyleChange? ChangeOf(TextSide side, int index) =>
        side.PlaceOf(index) is >= 0 and var place && before[index] is { IsText: true, Style: { } old } && side.Tokens[place].Style is { } now ? StyleChange.Between(old, now)
        : side.PlaceOf(index) < 0 || before[index].HasStylesOf(side.Tokens[side.PlaceOf(index)]) ? StyleChange.None
        : null;

    private static MergeToken? Styled(in MergeToken token, in MergeToken own, in MergeToken foreign)
    {
        if (!token.IsText || foreign.HasStylesOf(token))
        {
            return own;
        }

        if (own.HasStylesOf(token))
        {
            return foreign;
        }

        var styles = new TextStyle[token.Length];
        for (var index = 0; index < token.Length; index++)
        {
            if (TextStyle.Merge(token.StyleAt(index), own.StyleAt(index), foreign.StyleAt(index)) is not { } style)
            {
                return null;
            }

            styles[index] = style;
        }

        return token with { Styles = styles };
    }
}

/// <summary>Where a token stands in the text before and on both sides; -1 where it does not.</summary>
internal readonly record struct Place(int Before, int Ours, int Theirs)
{
    public static Place None { get; } = new(-1, -1, -1);

    /// <summary>Whether a token stood right behind another in one of the texts.</summary>
    public bool Follows(Place other) => Next(Before, other.Before) || Next(Ours, other.Ours) || Next(Theirs, other.Theirs);

    private static bool Next(int one, int other) => other >= 0 && one == other + 1;
}
