using System.Globalization;
using System.Text;

namespace Storyprint.Stories.Codes;

/// <summary>The result of parsing a story code that a reader typed or scanned.</summary>
public abstract record StoryCodeParseResult
{
    private StoryCodeParseResult() { }

    /// <summary>The code, whether or not its check digit is right, since imported codes have none; null where it is none.</summary>
    public StoryCode? AnyCode => this switch
    {
        Checked(var code) => code,
        Unchecked(var code) => code,
        _ => null,
    };

    /// <summary>The check digit is right.</summary>
    public sealed record Checked(StoryCode Code) : StoryCodeParseResult;

    /// <summary>Digits with a wrong check digit: a typing error, unless an imported story has this code.</summary>
    public sealed record Unchecked(StoryCode Code) : StoryCodeParseResult;

    /// <summary>Not a code.</summary>
    public sealed record NotACode : StoryCodeParseResult;

    /// <summary>Parses a code as people write it: with spaces, dots or dashes, in the digits of any script.</summary>
    public static StoryCodeParseResult Read(string? text)
    {
        // Longer than any code with a separator after each digit: not worth parsing.
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

    // Copying a number from right-to-left text copies format characters too.
    private static bool IsSeparator(char character) =>
        char.IsWhiteSpace(character)
        || character is '.' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u00B7' or '\u066B' or '\u066C'
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
