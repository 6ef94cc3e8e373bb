using System.Text;
using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class SavedPageImportReaderTests
{
    private const string Specimen = """
        QR CodeQR Code

        North Bridge to close for four nights
        22 November 2026 - 10:30

        MARLOW BAY (Harbour News) – The bridge will be closed to trams from Monday.

        “Twelve millimetres is a slice of bread,” said Leontine Askew. “We do it four times.”

        Walkers can cross.

        Story Code: 1125546
        News Link :

        Print
        © 2026 Harbour News. All rights reserved.
        Page 1 of 1
        """;

    [Fact]
    public void The_specimen_comes_over_with_its_code_and_no_furniture()
    {
        var story = Text(Specimen);

        Assert.Equal("North Bridge to close for four nights", story.Content.Headline);
        Assert.Equal("1125546", story.Code!.Value.Digits);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 30, 0, TimeSpan.FromHours(1)), story.PublishedAt);
        Assert.Equal("MARLOW BAY", story.Content.Dateline);
        Assert.Equal(["Harbour News"], story.Content.Bylines);
        Assert.Equal(
            ["The bridge will be closed to trams from Monday.", "“Twelve millimetres is a slice of bread,” said Leontine Askew. “We do it four times.”", "Walkers can cross."],
            story.Content.Body.SelectMany(block => block.Texts));
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("zone", StringComparison.Ordinal));
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("news link was empty", StringComparison.Ordinal));
        Assert.Empty(story.LegacyUrls);
    }

    [Fact]
    public void A_persian_page_comes_over()
    {
        var story = Text("""
            کد QR
            پل شمالی چهار شب بسته می‌شود
            تاریخ انتشار: ۱ آذر ۱۴۰۵ - ۱۰:۳۰
            به گزارش خبرگزاری بندر، پل شمالی از دوشنبه بسته می‌شود.
            رهگذران می‌توانند عبور کنند.
            کد خبر:
            ۱۱۲۵۵۴۶
            لینک کوتاه: https://old.example/1125546
            چاپ
            """);

        Assert.Equal(("fa", "پل شمالی چهار شب بسته می‌شود"), (story.Content.Language, story.Content.Headline));
        Assert.Equal("1125546", story.Code!.Value.Digits);
        Assert.Equal(["خبرگزاری بندر"], story.Content.Bylines);
        Assert.Equal("به گزارش خبرگزاری بندر، پل شمالی از دوشنبه بسته می‌شود.", story.Content.Body[0].Texts.Single());
        Assert.Equal(2, story.Content.Body.Count);
        Assert.Equal(["https://old.example/1125546"], story.LegacyUrls);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 30, 0, TimeSpan.FromMinutes(210)), story.PublishedAt);
    }

    [Theory]
    [InlineData("Harbour News Agency — The ferry left.", "Harbour News Agency", "", "Harbour News Agency — The ferry left.")]
    [InlineData("MARLOW BAY — The ferry left.", "", "MARLOW BAY", "The ferry left.")]
    [InlineData("تهران- ایرنا- کشتی رفت.", "ایرنا", "تهران", "کشتی رفت.")]
    [InlineData("The ferry (built in 1951) - a ship - left.", "", "", "The ferry (built in 1951) - a ship - left.")]
    public void The_beginning_of_a_lead_gives_place_and_agency_and_no_word_is_lost(string lead, string agency, string place, string text)
    {
        var story = Text($"A headline of words\n2026-11-22 10:30\n{lead}\nMore text stands here.");

        Assert.Equal(agency, string.Join(", ", story.Content.Bylines));
        Assert.Equal(place, story.Content.Dateline);
        Assert.Equal(text, story.Content.Body[0].Texts.Single());
    }

    [Fact]
    public void An_agency_stays_in_the_text_where_somebody_else_is_the_author()
    {
        var story = Text("A headline of words\nBy: Ines Calloway\n2026-11-22 10:30\nMARLOW BAY (Harbour News) – The ferry left.");

        Assert.Equal(["Ines Calloway"], story.Content.Bylines);
        Assert.Equal("(Harbour News) – The ferry left.", story.Content.Body[0].Texts.Single());
    }

    [Fact]
    public void Two_labels_on_one_line_are_two()
    {
        var story = Text("A headline of words\n2026-11-22T10:30:00+01:00\nText stands here.\nStory Code: 1125546 | News Link : https://old.example/news/1125546/x");

        Assert.Equal("1125546", story.Code!.Value.Digits);
        Assert.Equal(["https://old.example/news/1125546/x"], story.LegacyUrls);
        Assert.Empty(story.ImportWarnings);
    }

    [Fact]
    public void Wrapped_lines_are_joined_and_short_ones_are_not()
    {
        var story = Text("A headline of words\n\nThe bridge has eight bearings, two on each of its four piers.\nEngineers will lift the deck by twelve millimetres with jacks\nand slide out the old bearings.\n\nOne\nTwo");

        Assert.Equal(3, story.Content.Body.Count);
        Assert.Equal(StoryStatus.Draft, story.Status);
    }

    [Fact]
    public void A_saved_web_page_is_read_without_what_stands_around_the_story()
    {
        var story = Html("""
            <html lang=en><head><title>Bridge closes | Harbour News</title><link rel=canonical href="https://old.example/news/12/bridge"></head><body>
            <nav><a href=/>Home</a><p>Menu words</p></nav><header>Harbour News</header>
            <div class="wrap"><h1>Bridge closes for four nights</h1><time datetime="2026-11-22T10:30:00+01:00">yesterday</time>
            <div class="text"><p>The bridge will be closed to trams, cars and bicycles for four nights from Monday, the city said.</p>
            <p>“Please do not stop on it,” said <b>Leontine Askew</b>, who has looked after it for eleven years and a half.</p><script>evil()</script></div>
            <div class="foot"><span>Story Code:</span> 1125546<br>News Link : <a href="https://old.example/1125546">https://old.example/1125546</a></div></div>
            <aside><p>Related words</p></aside><footer>© 2026</footer></body></html>
            """);

        Assert.Equal("Bridge closes for four nights", story.Content.Headline);
        Assert.Equal("1125546", story.Code!.Value.Digits);
        Assert.Equal(2, story.Content.Body.Count);
        Assert.Equal(["https://old.example/1125546", "https://old.example/news/12/bridge"], story.LegacyUrls);
        Assert.Equal(StoryStatus.Published, story.Status);
    }

    [Fact]
    public void Encodings_are_told_by_mark_or_declaration()
    {
        const string page = "<meta charset=windows-1252><h1>Café at the harbour</h1><p>Text stands here.</p>";
        Assert.Equal("Café at the harbour", Story("a.html", Encoding.Latin1.GetBytes(page)).Label);
        Assert.Equal("Café at the harbour", Story("a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Café at the harbour\nText")]).Label);
        Assert.Equal("خبر تازه", Story("a.html", [.. "<meta charset=windows-1256><h1>"u8, 0xCE, 0xC8, 0xD1, 0x20, 0xCA, 0xC7, 0xD2, 0xE5, .. "</h1><p>x</p>"u8]).Label);
        Assert.IsType<RejectedItem>(Read("a.txt", Encoding.Latin1.GetBytes("Café at the harbour")));
        Assert.IsType<RejectedItem>(Read("a.txt", [1, 0, 2, 0, 3]));
        Assert.IsType<RejectedItem>(Read("a.txt", []));
        Assert.IsType<RejectedItem>(Read("a.html", "<html></html>"u8.ToArray()));
    }

    [Fact]
    public void The_kind_of_an_archive_is_guessed()
    {
        using var folder = new TrialFolder();
        var text = folder.Write("saved/a.txt", "x");
        folder.Write("markdown/a.md", "x");
        var feed = folder.Write("a.xml", "<?xml version=\"1.0\"?><rss/>");
        var other = folder.Write("b.xml", "<nitf/>");

        Assert.IsType<SavedPageImportReader>(ImportFormatDetector.Open(text, Trial.Options));
        Assert.IsType<SavedPageImportReader>(ImportFormatDetector.Open(Path.Combine(folder.Root, "saved"), Trial.Options));
        Assert.IsType<Storyprint.Formats.MarkdownFolders.MarkdownImportReader>(ImportFormatDetector.Open(Path.Combine(folder.Root, "markdown"), Trial.Options));
        Assert.IsType<Storyprint.Formats.Wxr.WxrImportReader>(ImportFormatDetector.Open(feed, Trial.Options));
        Assert.Null(ImportFormatDetector.Open(other, Trial.Options));
        Assert.Null(ImportFormatDetector.Open(Path.Combine(folder.Root, "absent"), Trial.Options));
    }

    private static ImportedStory Text(string text) => Story("page.txt", Encoding.UTF8.GetBytes(text));

    private static ImportedStory Html(string html) => Story("page.html", Encoding.UTF8.GetBytes(html));

    private static ImportedStory Story(string name, byte[] bytes) => Assert.IsType<ImportedStory>(Read(name, bytes));

    private static ImportedItem Read(string name, byte[] bytes)
    {
        using var folder = new TrialFolder();
        return Assert.Single(new SavedPageImportReader(folder.Write(name, bytes), Trial.Options).Items());
    }
}
