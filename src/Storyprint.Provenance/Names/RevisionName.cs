using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Names;

/// <summary>A revision's name in entries, links and receipts, <c>CODE.REV</c>: the story code, a full stop, the revision's number.</summary>
/// <remarks>The code is text here: imported codes keep leading zeros, and the check digit is not verified in the log.</remarks>
public sealed record RevisionName
{
    /// <summary>Digits that a code may have.</summary>
    public const int MaxCodeLength = 32;

    private RevisionName(string code, int number) => (Code, Number) = (code, number);

    /// <summary>1 to 32 ASCII digits.</summary>
    public string Code { get; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; }

    /// <summary>Makes a name from its parts.</summary>
    public static bool TryCreate(string? code, long number, [NotNullWhen(true)] out RevisionName? name)
    {
        var good = code is { Length: > 0 and <= MaxCodeLength } && code.All(char.IsAsciiDigit) && number is > 0 and <= int.MaxValue;
        name = good ? new RevisionName(code!, (int)number) : null;
        return good;
    }

    /// <summary>Parses <c>CODE.REV</c>; a revision number with leading zeros is refused.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RevisionName? name)
    {
        name = null;
        return text?.Split('.') is [var code, var number]
            && StrictDecimal.TryParse(number, out var value)
            && TryCreate(code, value, out name);
    }

    /// <summary>Parses a name that is known to be valid.</summary>
    /// <exception cref="FormatException">It is not <c>CODE.REV</c>.</exception>
    public static RevisionName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a story code and a revision number.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}.{Number}");
}
