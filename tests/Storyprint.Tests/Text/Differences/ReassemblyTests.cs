using System.Globalization;
using CsCheck;
using Storyprint.Text.Differences;

namespace Storyprint.Tests.Text.Differences;

public sealed class ReassemblyTests
{
    private static readonly string[] Pieces =
    [
        "not", "the", "Mark", "mark", "12", "1", "2.3", " ", " ", "  ", "\u00A0", "\r\n", "\n", ".", ",", "…", "“", "\"", "'", "’", "-", "–",
        "کتاب", "\u200C", "ها", "كتاب", "\u200D", "\u200F", "\u202E", "e\u0301", "é", "\u0301", "👩‍👧", "👍🏽", "🇮🇷", "図", "書", "ไม่", "हिन्दी", "각", "\u1100\u1161",
        "\uD83D", "\uDC4D", "\uFFFE", "\uFDD0", "\u00AD", "²", "ß", "ss", "İ", "ǅ",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 14].Select(string.Concat);

    private static readonly Gen<string[]> Texts = Text.Array[0, 7];

    // Half of all pairs are one text with its paragraphs shuffled and some replaced, so that partners and moves occur.
    private static readonly Gen<(string[] Before, string[] After)> Pairs = Gen.OneOf(
        Gen.Select(Texts, Texts),
        Gen.Select(Texts, Text).SelectMany((before, extra) => Gen.Shuffle(Edited(before, extra)).Select(after => (before, after))));

    [Fact]
    public void Both_texts_can_be_put_together_again_exactly() => Pairs.Sample(pair =>
    {
        var lines = Compared.Texts(pair.Before, pair.After).Paragraphs;
        Assert.Equal(pair.Before, lines.Select(line => line.Before).OfType<string>());
        Assert.Equal(pair.After, lines.Select(line => line.After).OfType<string>());
        foreach (var line in lines.Where(line => line is { BeforeIndex: not null, AfterIndex: not null, Kind: not ParagraphDifferenceKind.MovedAway }))
        {
            Assert.Equal(pair.Before[line.BeforeIndex!.Value], Side(line, SegmentKind.Added));
            Assert.Equal(pair.After[line.AfterIndex!.Value], Side(line, SegmentKind.Removed));
        }
    });

    [Fact]
    public void No_segment_cuts_a_grapheme() => Pairs.Sample(pair =>
    {
        foreach (var line in Compared.Texts(pair.Before, pair.After).Paragraphs)
        {
            AssertWhole(line, SegmentKind.Added);
            AssertWhole(line, SegmentKind.Removed);
        }
    });

    [Fact]
    public void Texts_are_identical_only_when_equal() => Pairs.Sample(pair =>
        Assert.Equal(pair.Before.SequenceEqual(pair.After), Compared.Texts(pair.Before, pair.After).IsIdentical));

    private static string[] Edited(string[] texts, string extra) =>
        [.. texts.Select((text, index) => index % 3 == 0 ? text + extra : text), extra];

    private static string Side(ParagraphDifference line, SegmentKind without) =>
        string.Concat(line.Segments.Where(segment => segment.Kind != without).Select(segment => segment.Text));

    private static void AssertWhole(ParagraphDifference line, SegmentKind without)
    {
        var borders = StringInfo.ParseCombiningCharacters(Side(line, without)).ToHashSet();
        var place = 0;
        foreach (var segment in line.Segments.Where(segment => segment.Kind != without))
        {
            Assert.Contains(place, borders);
            place += segment.Text.Length;
        }
    }
}
