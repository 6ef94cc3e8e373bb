using System.Globalization;
using System.Text;

namespace Storyprint.Stories.Codes;

/// <summary>What a reader meant who typed or scanned a story code.</summary>
public abstract record StoryCodeParseResult
{
    private StoryCodeParseResult() { }

    /// <summary>The code, whether or not its check digit agrees, for imported stories bear codes without one; null where it is none.</summary>
    public StoryCode? AnyCode => this switch
    {
        Checked(var code) => code,
        Unchecked(var code) => code,
        _ => null,
    };

    /// <summary>The check digit agrees.</summary>
    public sealed record Checked(StoryCode Code) : StoryCodeParseResult;

    /// <summary>Digits whose check digit does not agree: a typing error, unless an imported story bears this code.</summary>
    public sealed record Unchecked(StoryCode Code) : StoryCodeParseResult;

    /// <summary>Something else than a code.</summary>
    public sealed record NotACode : StoryCodeParseResult;

    /// <summary>Reads a code as people write it: with spaces, dots or dashes, in the digits of any script.</summary>
    public static StoryCodeParseResult Read(string? text)
    {
        // Longer than any code with a separator after each digit: not worth walking.
        if (text is null || text.Length > StoryCode.MaxLength * 3)
        {
            return new NotACode();
        }

        var digits = new StringBuilder(StoryCode.MaxLength);
        foreach (var character in text)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (value >= 0)
            {
                digits.Append((char)('0' + value));
            }
            else if (!IsSeparator(character))
            {
                return new NotACode();
            }
        }

        return !StoryCode.TryFromDigits(digits.ToString(), out var code) ? new NotACode()
            : code.HasCheckDigit ? new Checked(code)
            : new Unchecked(code);
    }

    // Format characters come along when a number is copied out of right-to-left text.
    private static bool IsSeparator(char character) =>
        char.IsWhiteSpace(character)
        || character is '.' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u00B7' or '\u066B' or '\u066C'
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
