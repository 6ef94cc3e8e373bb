using System.Globalization;
using System.Text;

namespace Storyprint.Web.SocialImages;

/// <summary>
/// Embedding levels of one line by the Unicode bidirectional algorithm (UAX #9), without explicit embeddings, which headlines do not contain. Even levels run
/// left to right, odd ones right to left.
/// </summary>
internal static class BidiAlgorithm
{
    private enum Kind
    {
        Left,
        Right,
        Number,
        NumberSeparator,
        NumberSign,
        Neutral,
        Clinging,
    }

    public static int[] Resolve(string text, bool isRightToLeft)
    {
        var kinds = Kinds(text);
        var main = isRightToLeft ? Kind.Right : Kind.Left;
        ResolveNumbers(kinds, main);
        ResolveBrackets(text, kinds, main);
        ResolveNeutrals(kinds, main);
        return [.. kinds.Select(kind => kind switch
        {
            Kind.Right => 1,
            Kind.Number => 2,
            _ => isRightToLeft ? 2 : 0,
        })];
    }

    private static Kind[] Kinds(string text)
    {
        var kinds = new Kind[text.Length];
        for (var index = 0; index < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);
            var kind = KindOf(rune);
            kinds.AsSpan(index, length).Fill(kind == Kind.Clinging ? index == 0 ? Kind.Neutral : kinds[index - 1] : kind);
            index += length;
        }

        return kinds;
    }

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        >= '0' and <= '9' or >= 0x0660 and <= 0x0669 or >= 0x06F0 and <= 0x06F9 or 0x066B or 0x066C => Kind.Number,
        ',' or '.' or ':' or '/' or 0x00A0 or 0x060C or '+' or '-' or 0x2212 => Kind.NumberSeparator,
        '%' or '#' or '$' or '°' or '‰' or 0x066A or 0x00A3 or 0x20AC => Kind.NumberSign,
        0x200C or 0x200D => Kind.Clinging,
        0x200E => Kind.Left,
        0x200F or 0x061C => Kind.Right,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Kind.Clinging,
        >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF => Kind.Right,
        _ => Rune.IsLetter(rune) ? Kind.Left : Kind.Neutral,
    };

    // Rules W4 to W7: a single separator between numbers and signs beside them count as part of the number; after Latin letters, numbers are Latin.
    private static void ResolveNumbers(Kind[] kinds, Kind main)
    {
        for (var index = 0; index < kinds.Length; index++)
        {
            if (kinds[index] == Kind.NumberSeparator)
            {
                var isInside = index > 0 && index + 1 < kinds.Length && kinds[index - 1] == Kind.Number && kinds[index + 1] == Kind.Number;
                kinds[index] = isInside ? Kind.Number : Kind.Neutral;
            }
            else if (kinds[index] == Kind.NumberSign)
            {
                var after = Array.FindIndex(kinds, index, kind => kind != Kind.NumberSign);
                var touches = (index > 0 && kinds[index - 1] == Kind.Number) || (after >= 0 && kinds[after] == Kind.Number);
                kinds[index] = touches ? Kind.Number : Kind.Neutral;
            }
        }

        var strong = main;
        for (var index = 0; index < kinds.Length; index++)
        {
            if (kinds[index] is Kind.Left or Kind.Right)
            {
                strong = kinds[index];
            }
            else if (kinds[index] == Kind.Number && strong == Kind.Left)
            {
                kinds[index] = Kind.Left;
            }
        }
    }

    // Rule N0: both brackets of a pair get one direction.
    private static void ResolveBrackets(string text, Kind[] kinds, Kind main)
    {
        var open = new Stack<int>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '(' or '[' or '{')
            {
                open.Push(index);
            }
            else if (text[index] is ')' or ']' or '}' && open.TryPop(out var start) && text[index] - text[start] is 1 or 2)
            {
                var inside = kinds.AsSpan(start, index - start).ToArray().Where(IsStrong).Select(Side).Distinct().ToList();
                if (inside.Count > 0)
                {
                    var before = kinds.Take(start).Where(IsStrong).Select(Side).LastOrDefault(main);
                    kinds[start] = kinds[index] = inside.Contains(main) ? main : before;
                }
            }
        }
    }

    // Rules N1 and N2: neutrals between words of one direction take it, all others that of the line.
    private static void ResolveNeutrals(Kind[] kinds, Kind main)
    {
        for (var index = 0; index < kinds.Length;)
        {
            if (IsStrong(kinds[index]))
            {
                index++;
                continue;
            }

            var end = index;
            while (end < kinds.Length && !IsStrong(kinds[end]))
            {
                end++;
            }

            var before = index == 0 ? main : Side(kinds[index - 1]);
            var after = end == kinds.Length ? main : Side(kinds[end]);
            kinds.AsSpan(index, end - index).Fill(before == after ? before : main);
            index = end;
        }
    }

    private static bool IsStrong(Kind kind) => kind is Kind.Left or Kind.Right or Kind.Number;

    private static Kind Side(Kind kind) => kind == Kind.Left ? Kind.Left : Kind.Right;
}
