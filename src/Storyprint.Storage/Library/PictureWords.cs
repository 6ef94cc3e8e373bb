using Storyprint.Stories.Body;
using Storyprint.Text.Folding;

namespace Storyprint.Storage.Library;

/// <summary>What a newsroom knows of a picture: the words that are offered where it is used, and what may be done with it.</summary>
public sealed record PictureWords
{
    /// <summary>The most characters of a text, and of all lines of a list together.</summary>
    public const int Longest = 4000;

    public string Title { get; init; } = string.Empty;

    public string Caption { get; init; } = string.Empty;

    public string Alt { get; init; } = string.Empty;

    public string Credit { get; init; } = string.Empty;

    public IReadOnlyList<string> People { get; init; } = [];

    public IReadOnlyList<string> Places { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string Copyright { get; init; } = string.Empty;

    /// <summary>What whoever holds the rights allows.</summary>
    public string Terms { get; init; } = string.Empty;

    /// <summary>When it was taken, by the camera's clock: <c>2026-03-28</c> or <c>2026-03-28T14:05</c>; empty where that is not known.</summary>
    public string Taken { get; init; } = string.Empty;

    /// <summary>How it was made; null where nothing was said.</summary>
    public DigitalSourceType? Made { get; init; }

    /// <summary>The point that crops keep visible.</summary>
    public FocalPoint Focus { get; init; } = FocalPoint.Centre;

    /// <summary>The instant from which it may not be used any more; null where there is none.</summary>
    public DateTimeOffset? RightsEnd { get; init; }

    /// <summary>Whether nothing is released with it from then on; otherwise the newsroom is warned.</summary>
    public bool RightsStop { get; init; }

    /// <summary>Whether nothing says what it shows.</summary>
    public bool IsEmpty => Title.Length + Caption.Length + Alt.Length + Credit.Length == 0;

    /// <summary>These, with those of another where nothing is said.</summary>
    public PictureWords Or(PictureWords other) => this with
    {
        Title = Title.Length > 0 ? Title : other.Title,
        Caption = Caption.Length > 0 ? Caption : other.Caption,
        Alt = Alt.Length > 0 ? Alt : other.Alt,
        Credit = Credit.Length > 0 ? Credit : other.Credit,
        People = People.Count > 0 ? People : other.People,
        Places = Places.Count > 0 ? Places : other.Places,
        Keywords = Keywords.Count > 0 ? Keywords : other.Keywords,
        Copyright = Copyright.Length > 0 ? Copyright : other.Copyright,
        Terms = Terms.Length > 0 ? Terms : other.Terms,
        Taken = Taken.Length > 0 ? Taken : other.Taken,
        Made = Made ?? other.Made,
        Focus = Focus == FocalPoint.Centre ? other.Focus : Focus,
        RightsEnd = RightsEnd ?? other.RightsEnd,
        RightsStop = RightsEnd is null ? other.RightsStop : RightsStop,
    };

    /// <summary>All of them folded, with a blank before and behind each word.</summary>
    internal string Folded => $" {string.Join(' ', WordsOf(string.Join('\n', [Title, Caption, Alt, Credit, Copyright, .. People, .. Places, .. Keywords])))} ";

    /// <summary>The folded words of a text.</summary>
    internal static IEnumerable<string> WordsOf(string text) => string.Concat(Fold.Of(text).Select(letter => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark ? letter : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
