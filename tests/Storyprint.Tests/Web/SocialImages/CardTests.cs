using System.Net;
using SkiaSharp;
using Storyprint.Print.Marks;
using Storyprint.Print.Pictures;
using Storyprint.Web.Rendering;
using Storyprint.Web.SocialImages;

namespace Storyprint.Tests.Web.SocialImages;

public sealed class CardTests(TestPublication publication) : IClassFixture<TestPublication>
{
    [Fact]
    public async Task A_story_has_a_card_of_1200_by_630_pixels()
    {
        foreach (var code in (Storyprint.Stories.Codes.StoryCode[])[publication.Library, publication.PersianLibrary])
        {
            using var answer = await publication.Client.GetAsync($"/news/{code}/card.png", TestContext.Current.CancellationToken);
            Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
            using var card = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal((1200, 630), (card.Width, card.Height));
        }
    }

    [Theory]
    [InlineData("/news/999/card.png")]
    [InlineData("/news/{draft}/card.png")]
    public async Task What_readers_may_not_see_has_no_card(string path)
    {
        path = path.Replace("{draft}", publication.Draft.Digits, StringComparison.Ordinal);
        using var answer = await publication.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("")]
    [InlineData("漢字だけの見出し")]
    [InlineData("Sinfonieorchesterprobenraumbelegungsplanungsausschussvorsitzendenwahlergebnisbekanntgabeverordnung")]
    [InlineData("Élan, Łódź, Москва, Αθήνα, Việt Nam: (five) “scripts” — one card")]
    public void Any_headline_can_be_drawn(string headline)
    {
        using var picture = new SocialImageRenderer(new PageAssets(), MachineFonts.Default);
        using var card = SKBitmap.Decode(PngWriter.Write(picture.Draw(Text(headline, "en", isRightToLeft: false)), SocialImageRenderer.Width, SocialImageRenderer.Height, SocialImagePalette.Palette));
        Assert.Equal(1200, card.Width);
    }

    [Theory]
    [InlineData("Việt Nam mở thư viện ở bến cảng", true)]
    [InlineData("Élan, Łódź, Москва, Αθήνα – “five” scripts", true)]
    [InlineData("図書館、港に開く", false)]
    [InlineData("도서관이 항구에 열리다", false)]
    [InlineData("הספרייה נפתחה בנמל", false)]
    [InlineData("ห้องสมุดเปิดที่ท่าเรือ", false)]
    [InlineData("पुस्तकालय बंदरगाह पर खुला", false)]
    [InlineData("A bell 🔔 on the quay", false)]
    [InlineData("The river Тя̣ and a mark that no font has: \U0001F6DF\U0001FAE8", false)]
    public void A_headline_is_drawn_whole_or_not_at_all(string headline, bool isInProgram)
    {
        using var alone = new SocialImageFonts(new PageAssets(), NoFonts);
        Assert.Equal(isInProgram, alone.Writable(headline) is not null);
        using var withMachine = new SocialImageFonts(new PageAssets(), MachineFonts.Default);
        if (withMachine.Writable(headline) is { } writable)
        {
            Assert.Equal(headline.Normalize(), writable);
            Assert.DoesNotContain(null, withMachine.Choose(writable));
        }

        if (!isInProgram)
        {
            // Only mark, name and foot: the same whatever the headline would have been.
            using var picture = new SocialImageRenderer(new PageAssets(), NoFonts);
            Assert.Equal([.. picture.Draw(Text("", "en", isRightToLeft: false))], picture.Draw(Text(headline, "en", isRightToLeft: false)).ToArray());
        }
    }

    [Fact]
    public void A_font_of_the_machine_draws_what_the_program_has_no_letters_for()
    {
        var folder = new[] { "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation" }.FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, "No font of the machine is where Debian puts them: apt-get install fonts-dejavu-core");
        using var fonts = new SocialImageFonts(new PageAssets(), new MachineFonts([folder!]));
        Assert.Equal("הספרייה נפתחה", fonts.Writable("הספרייה  נפתחה"));
        Assert.True(ShapedLine.Create("הספרייה נפתחה", true, "he", fonts).Width > 3);
        Assert.Null(fonts.Writable("\U000E0041 \U0002F800"));
    }

    [Fact]
    public void Chinese_and_Japanese_lines_break_between_letters_and_not_before_what_closes()
    {
        var place = new HeadlineLayout.Place(400, 400, 1.1f, 50, 20, 5);
        var fit = HeadlineLayout.Create("港の図書館、夏に開く「来週」", place, text => text.Length);
        Assert.Equal("港の図書館、夏に開く「来週」", string.Concat(fit.Lines));
        Assert.InRange(fit.Lines.Count, 2, 4);
        Assert.All(fit.Lines, line => Assert.False(line[0] is '、' or '」' || line[^1] == '「', line));
        Assert.Equal(50, fit.Size);
    }

    [Fact]
    public void No_letter_leaves_the_card_however_long_the_headline_is()
    {
        using var picture = new SocialImageRenderer(new PageAssets(), MachineFonts.Default);
        foreach (var (word, language) in ((string, string)[])[("immeasurable", "en"), ("بی‌اندازه", "fa")])
        {
            var headline = string.Join(' ', Enumerable.Repeat(word, 90));
            using var card = SKBitmap.Decode(PngWriter.Write(picture.Draw(Text(headline, language, language == "fa")), SocialImageRenderer.Width, SocialImageRenderer.Height, SocialImagePalette.Palette));
            var ground = card.GetPixel(0, 0);
            for (var y = 0; y < 630; y++)
            {
                Assert.Equal((ground, ground), (card.GetPixel(40, y), card.GetPixel(1160, y)));
            }
        }
    }

    [Fact]
    public void Persian_letters_join_and_take_other_forms()
    {
        using var fonts = new SocialImageFonts(new PageAssets(), NoFonts);
        var joined = ShapedLine.Create("ببب", true, "fa", fonts).Width;
        var apart = 3 * ShapedLine.Create("ب", true, "fa", fonts).Width;
        Assert.True(joined < apart, $"{joined} {apart}");
    }

    [Fact]
    public void A_headline_that_fits_in_fewer_lines_is_balanced_over_them()
    {
        var place = new HeadlineLayout.Place(1000, 400, 1.1f, 50, 20, 5);
        var fit = HeadlineLayout.Create("one two three four five six seven", place, text => text.Length * 0.75f);
        Assert.Equal(50, fit.Size);
        Assert.Equal(["one two three four", "five six seven"], fit.Lines);
    }

    [Fact]
    public void The_memory_of_cards_forgets_what_was_asked_for_longest_ago()
    {
        var memory = new SocialImageCache(capacity: 2);
        memory.Add("a", [1]);
        memory.Add("b", [2]);
        Assert.NotNull(memory.Find("a"));
        memory.Add("c", [3]);
        Assert.Null(memory.Find("b"));
        Assert.NotNull(memory.Find("a"));
    }

    private static readonly MachineFonts NoFonts = new([]);

    private static SocialImageText Text(string headline, string language, bool isRightToLeft) => new(
        language, isRightToLeft, "The Test Ledger", "Kicker", headline, ["5 March 2024", "Story code 20011"],
        QrSymbol.Create("https://ledger.example/20011.1", QrErrorCorrection.Q));
}
