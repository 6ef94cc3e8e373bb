namespace Storyprint.Stories.Releases.Gate;

/// <summary>One word of a story as the gate compares it.</summary>
/// <param name="Key">Folded: case, typography, digits of other scripts and invisible characters make no difference.</param>
/// <param name="Shown">As it stands in the text.</param>
internal sealed record GateWord(string Key, string Shown)
{
    /// <summary>Begins with a capital letter.</summary>
    public bool IsCapital { get; init; }

    public bool StartsSentence { get; init; }

    public bool IsQuoted { get; init; }

    /// <summary>Stands where only names stand: a byline, a speaker, a dateline, a credit.</summary>
    public bool IsNamed { get; init; }

    public bool IsNumber { get; init; }

    public bool IsDate { get; init; }

    public bool IsNegation { get; init; }

    /// <summary>Whether two words stand for each other: a paraphrase is no quotation, and a speaker no part of the text.</summary>
    public bool Equals(GateWord? other) =>
        other is not null && Key == other.Key && IsQuoted == other.IsQuoted && IsNamed == other.IsNamed;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
