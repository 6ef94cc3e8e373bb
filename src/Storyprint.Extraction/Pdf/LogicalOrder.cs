using System.Text;

namespace Storyprint.Extraction.Pdf;

/// <summary>
/// Writes a line as it is read and typed. On paper the letters of a right-to-left script stand in the order of the eye; they are put in logical order run by run, and
/// Latin words and numbers among them stay as they stand (UAX #9, backwards).
/// </summary>
internal static class LogicalOrder
{
    // Shares of the letters' size: a gap that is a space, and how much of a drawn space must be left open. Soft hyphens are drawn as spaces without width.
    private const double Gap = 0.17;
    private const double Open = 0.4;

    /// <param name="mirrors">Whether brackets are written as they are drawn, mirrored in right-to-left text.</param>
    public static string Of(GlyphLine line, bool mirrors)
    {
        var glyphs = Words(line);
        if (!line.IsRightToLeft)
        {
            return Written(glyphs.Any(glyph => Direction.IsRightToLeft(glyph.Text)) ? Turned(glyphs, Direction.IsRightToLeft, mirrors) : glyphs);
        }

        glyphs.Reverse();
        return Written(Unturned(glyphs, mirrors));
    }

    // From left to right, marks with their letters, one space for each gap.
    private static List<Glyph> Words(GlyphLine line)
    {
        List<Glyph> letters = [.. line.Glyphs.Where(glyph => glyph is { IsSpace: false, IsCombining: false }).OrderBy(glyph => glyph.Left).ThenBy(glyph => glyph.Right)];
        foreach (var mark in line.Glyphs.Where(glyph => glyph.IsCombining))
        {
            // A mark stands within its letter.
            var bearer = letters.FindLastIndex(letter => letter.Left <= mark.Left + (0.05 * mark.Size));
            if (bearer >= 0)
            {
                letters[bearer] = letters[bearer] with { Text = letters[bearer].Text + mark.Text };
            }
        }

        var spaces = line.Glyphs.Where(glyph => glyph.IsSpace && glyph.Text.Length > 0).OrderBy(glyph => glyph.Left).ToList();
        var words = new List<Glyph>(letters.Count + spaces.Count);
        var next = 0;
        foreach (var letter in letters)
        {
            while (next < spaces.Count && spaces[next].Right < (words.Count > 0 ? words[^1].Left : double.MinValue))
            {
                next++;
            }

            if (words.Count > 0 && letter.Left - words[^1].Right is var gap)
            {
                var space = next < spaces.Count && spaces[next].Left < letter.Left ? spaces[next] : null;
                if (gap > Gap * Math.Min(letter.Size, words[^1].Size) || (space is not null && gap > Open * (space.Right - space.Left)))
                {
                    words.Add(new Glyph(" ", words[^1].Right, letter.Left, letter.Baseline, letter.Size));
                }
            }

            words.Add(letter);
        }

        return words;
    }

    // A left-to-right line: the runs of the other direction in it are turned.
    private static List<Glyph> Turned(List<Glyph> glyphs, Func<string, bool> isOfRun, bool mirrors)
    {
        var turned = new List<Glyph>(glyphs);
        for (var first = 0; first < turned.Count; first++)
        {
            if (isOfRun(turned[first].Text))
            {
                var last = first;
                for (var next = first + 1; next < turned.Count && !Direction.IsLeftToRight(turned[next].Text); next++)
                {
                    last = isOfRun(turned[next].Text) ? next : last;
                }

                var run = turned[first..(last + 1)];
                run.Reverse();
                turned.RemoveRange(first, run.Count);
                turned.InsertRange(first, Unturned(run, mirrors));
                first = last;
            }
        }

        return turned;
    }

    // A right-to-left line, read from its right end: runs of Latin and of digits in it are turned back.
    private static List<Glyph> Unturned(List<Glyph> glyphs, bool mirrors)
    {
        var logical = new List<Glyph>(glyphs.Count);
        var isBehindArabic = false;
        for (var first = 0; first < glyphs.Count;)
        {
            var text = glyphs[first].Text;
            var end = Direction.IsLeftToRight(text) || Direction.IsDigit(text) ? EndOfRun(glyphs, first, isBehindArabic) : first;
            if (end > first)
            {
                logical.AddRange(Enumerable.Reverse(glyphs[first..end]));
                first = end;
                continue;
            }

            // Brackets around nothing but Latin and numbers are typed as they stand, whichever way they are drawn.
            if (first + 1 < glyphs.Count && Direction.Opens(text) != 0 && EndOfRun(glyphs, first + 1, isBehindArabic) is var close && close > first + 1 && close < glyphs.Count
                && glyphs[close].Text == Direction.Mirrored(text))
            {
                var (open, shut) = Direction.Opens(text) > 0 ? (glyphs[first], glyphs[close]) : (glyphs[close], glyphs[first]);
                logical.AddRange([open, .. Enumerable.Reverse(glyphs[(first + 1)..close]), shut]);
                first = close + 1;
                continue;
            }

            isBehindArabic |= Direction.IsRightToLeft(text);
            logical.Add(mirrors ? glyphs[first] with { Text = Direction.Mirrored(text) } : glyphs[first]);
            first++;
        }

        return logical;
    }

    // Behind the last letter or digit that is read from left to right, with what stands between them.
    private static int EndOfRun(List<Glyph> glyphs, int first, bool isBehindArabic)
    {
        // The run is met at its right end: whether it holds Latin is seen further on.
        var (end, hasLatin) = (first, false);
        for (var next = first; next < glyphs.Count && !Direction.IsRightToLeft(glyphs[next].Text); next++)
        {
            var text = glyphs[next].Text;
            if (Direction.IsLeftToRight(text))
            {
                if (!hasLatin && end > first && next > end && glyphs[end].IsSpace && glyphs[end + 1].Run != glyphs[end - 1].Run)
                {
                    // A number before Latin words, drawn apart from them: it comes first.
                    return end;
                }

                (end, hasLatin) = (next + 1, true);
            }
            else if (Direction.IsDigit(text) && (next == end || hasLatin || AreJoined(glyphs, end, next, isBehindArabic)))
            {
                end = next + 1;
            }
        }

        return end;
    }

    private static bool AreJoined(List<Glyph> glyphs, int from, int to, bool isBehindArabic) => to - from == 1 && Direction.JoinsDigits(glyphs[from].Text, isBehindArabic);

    private static readonly char[] Marks = [.. Enumerable.Range(0x064B, 0x15).Append(0x0670).Select(value => (char)value)];

    private static string Written(IEnumerable<Glyph> glyphs)
    {
        var (written, last) = (new StringBuilder(), "");
        foreach (var glyph in glyphs)
        {
            written.Append(PresentationForms.Between(last, glyph.Text)).Append(PresentationForms.Letters(glyph.Text));
            last = glyph.IsSpace ? "" : glyph.Text.TrimEnd(Marks);
        }

        return written.ToString().Trim();
    }
}
