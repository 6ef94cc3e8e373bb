using Storyprint.Extraction.Pdf;

namespace Storyprint.Tests.Extraction;

/// <summary>How glyphs become lines: <see cref="GlyphLine"/>, <see cref="PageLines"/>, <see cref="LogicalOrder"/> and what they rest on. Text is written as it stands on paper, from left to right.</summary>
public sealed class PdfLineTests
{
    [Theory]
    [InlineData("The harbour", "The harbour")]
    [InlineData("ﻪﻧﺎﺨﺑﺎﺘﮐ", "کتابخانه")]
    [InlineData("ﺪﺷ زﺎﺑ ﻪﻧﺎﺨﺑﺎﺘﮐ", "کتابخانه باز شد")]
    [InlineData("۱۹۱۱ لﺎﺳ", "سال ۱۹۱۱")]
    [InlineData("۲٫۳ ﺮﺘﻣ", "متر ۲٫۳")]
    [InlineData("۲ زا ۱ ﻪﺤﻔﺻ", "صفحه ۱ از ۲")]
    [InlineData("ﺪﺷ Evening Packet مﺎﻧ", "نام Evening Packet شد")]
    [InlineData("https://ledger.example/1125540.2 ﻪﺑ", "به https://ledger.example/1125540.2")]
    [InlineData("ﻼﺻا", "اصلا")]
    [InlineData("ﺎﻫنﺎﻤﺘﺧﺎﺳ", "ساختمان\u200Cها")]
    [InlineData("دﻮﺷﯽﻣ", "می\u200Cشود")]
    [InlineData("The word ﻪﻧﺎﺨﺑﺎﺘﮐ here", "The word کتابخانه here")]
    public void A_line_is_written_as_it_is_read(string onPaper, string read) => Assert.Equal(read, LogicalOrder.Of(Line(onPaper), mirrors: true));

    [Theory]
    [InlineData("(UTC+03:30) نﺎﺑآ", true, "آبان (UTC+03:30)")]
    [InlineData("(UTC+03:30) نﺎﺑآ", false, "آبان (UTC+03:30)")]
    [InlineData("«آب» ﯽﻣ", true, "می «بآ»")]
    [InlineData("»آب« ﯽﻣ", false, "می «بآ»")]
    public void Brackets_open_before_they_close_whichever_way_a_file_names_them(string onPaper, bool mirrors, string read)
    {
        var line = Line(onPaper);
        Assert.Equal(read, LogicalOrder.Of(line, mirrors));
        Assert.True(onPaper[0] == '(' || Brackets.AreMirrored([line]) == mirrors);
        Assert.Equal("«", Direction.Mirrored("»"));
    }

    [Fact]
    public void A_number_that_is_drawn_apart_from_the_Latin_name_behind_it_comes_first()
    {
        var glyphs = "TB14 2026 نﺎﺸﻧ".Select((letter, index) => new Glyph(letter.ToString(), 5 * index, 5 * (index + 1), 0, 10, index < 4 ? 2 : 1)).ToList();
        GlyphLine line = new(glyphs[0]);
        Assert.All(glyphs.Skip(1), glyph => Assert.True(line.TryAdd(glyph)));
        line.SetDirection(isPageRightToLeft: true);
        Assert.Equal("نشان 2026 TB14", LogicalOrder.Of(line, mirrors: true));
    }

    [Fact]
    public void A_space_without_width_is_a_soft_hyphen_and_a_gap_without_a_space_is_one()
    {
        GlyphLine line = new(new Glyph("l", 0, 5, 0, 10));
        foreach (var glyph in (Glyph[])[new("i", 5, 8, 0, 10), new(" ", 8, 11, 0, 10), new("t", 8, 12, 0, 10), new("o", 16, 20, 0, 10)])
        {
            Assert.True(line.TryAdd(glyph));
        }

        Assert.Equal("lit o", LogicalOrder.Of(line, mirrors: true));
        Assert.False(line.TryAdd(new Glyph("x", 60, 64, 0, 10)));
        Assert.False(line.TryAdd(new Glyph("x", 20, 24, 14, 10)));
    }

    [Fact]
    public void A_mark_above_a_letter_is_written_behind_it()
    {
        var line = Line("ﻪﻧ");
        Assert.True(line.TryAdd(new Glyph("\u0654", 2, 2, 1, 10)));
        Assert.Equal("نه\u0654", LogicalOrder.Of(line, mirrors: true));
        Assert.Equal("’", PresentationForms.Seen("\u02BC"));
        Assert.Equal("", PresentationForms.Seen("\u2066"));
    }

    [Fact]
    public void Heads_and_feet_stand_at_the_edges_of_their_page_whenever_they_are_drawn()
    {
        List<Glyph> drawn = [Word("foot", 30), Word("one", 600), Word("two", 580), Word("three", 560), Word("head", 780)];
        Assert.Equal(["head", "one", "two", "three", "foot"], PageLines.Of(drawn).Select(line => LogicalOrder.Of(line, mirrors: true)));
        Assert.Equal(5, PageEdges.InPlace(PageLines.Of(drawn)).Count);
        Assert.Empty(PageGlyphs.Of([]));
    }

    [Fact]
    public void What_stands_on_every_page_goes_behind_a_text_that_goes_on_over_them()
    {
        Assert.Equal(["A sentence that", "goes on.", "The Ledger, page 1"], PageFurniture.Behind(
        [
            [("A sentence that", 0.5), ("The Ledger, page 1", 0.03)],
            [("goes on.", 0.88), ("The Ledger, page 2", 0.03)],
        ]).Take(3));
    }

    [Theory]
    [InlineData("1", 4.5, "chairs for")]
    [InlineData("2", 4.5, "chairs2 for")]
    [InlineData("1", 0, "chairs1 for")]
    public void The_raised_number_of_the_next_note_is_no_word(string number, double raised, string read)
    {
        GlyphLine line = new(new Glyph("chairs", 0, 30, 0, 10));
        Assert.True(line.TryAdd(new Glyph(number, 30, 33, raised, 6)));
        Assert.True(line.TryAdd(new Glyph("for", 36, 46, 0, 10)));
        new NoteNumbers().TakeFrom(line);
        Assert.Equal(read, LogicalOrder.Of(line, mirrors: true));
    }

    [Fact]
    public void A_broken_address_is_whole_again() => Assert.Equal(
        "NEWS LINK\nhttps://ledger.example/news/1125540/harbour-street-library\nBy somebody",
        AddressLines.Joined(["NEWS LINK", "https://ledger.example/news/", "1125540/harbour-street", "-library", "By somebody"]));

    private static Glyph Word(string word, double baseline) => new(word, 40, 40 + (5 * word.Length), baseline, 10);

    private static GlyphLine Line(string onPaper)
    {
        var glyphs = onPaper.Select((letter, index) => new Glyph(letter.ToString(), 5 * index, 5 * (index + 1), 0, 10)).ToList();
        GlyphLine line = new(glyphs[0]);
        Assert.All(glyphs.Skip(1), glyph => Assert.True(line.TryAdd(glyph)));
        line.SetDirection(isPageRightToLeft: !onPaper.StartsWith("The", StringComparison.Ordinal));
        return line;
    }
}
