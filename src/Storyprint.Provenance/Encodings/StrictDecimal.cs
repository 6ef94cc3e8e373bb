namespace Storyprint.Provenance.Encodings;

/// <summary>Whole numbers from 0 to 2^63-1 as ASCII digits, without sign and without leading zeros.</summary>
internal static class StrictDecimal
{
    public static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 19 || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        ulong sum = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            sum = (sum * 10) + (ulong)(digit - '0');
        }

        value = (long)sum;
        return sum <= long.MaxValue;
    }
}
