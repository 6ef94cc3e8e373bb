using System.Globalization;

namespace Storyprint.Stories.Codes;

/// <summary>One revision of one story, written <c>CODE.REV</c>, as in <c>1125540.3</c>.</summary>
public readonly record struct RevisionId(StoryCode Code, RevisionNumber Number)
{
    /// <summary>Parses exactly <c>CODE.REV</c>: ASCII digits, no leading zero in the revision, at most six digits of it.</summary>
    public static bool TryParse(string? text, out RevisionId id)
    {
        id = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 1 || text!.Length - dot - 1 is < 1 or > 6 || text[dot + 1] == '0'
            || !StoryCode.TryFromDigits(text[..dot], out var code)
            || !int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        id = new RevisionId(code, new RevisionNumber(number));
        return true;
    }

    public override string ToString() => $"{Code}.{Number}";
}
