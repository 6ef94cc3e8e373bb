using System.Globalization;

namespace Storyprint.Extraction.Pdf;

/// <summary>What stands at one place of a page, in points from its lower left corner.</summary>
/// <param name="Run">Glyphs with one number are drawn by one operator: they run in one direction.</param>
/// <param name="Text">As the font's own table gives it: one character or several.</param>
internal sealed record Glyph(string Text, double Left, double Right, double Baseline, double Size, int Run = 0)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether it stands above or below another letter and belongs to it.</summary>
    public bool IsCombining => Text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(Text, 0) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
