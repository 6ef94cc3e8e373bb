using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

public sealed class FontFilesTests
{
    private static readonly PageAssets Assets = new();

    [Theory]
    [InlineData("en", "ltr", FontCut.Text, "Harbour & Sea – “again”", "source-serif-4-latin-basic-400-normal.woff2")]
    [InlineData("en-GB", "ltr", FontCut.Display, "Ferry", "source-serif-4-latin-basic-700-normal.woff2")]
    [InlineData("en", "ltr", FontCut.Standfirst, "Ferry", "source-serif-4-latin-basic-400-italic.woff2")]
    [InlineData("en", "ltr", FontCut.Headline, "Café", "source-serif-4-latin-basic-700-normal.woff2")]
    [InlineData("en", "ltr", FontCut.Headline, "Ærø", "source-serif-4-latin-700-normal.woff2 source-serif-4-latin-basic-700-normal.woff2")]
    [InlineData("de", "ltr", FontCut.Headline, "Fähre", "source-serif-4-latin-700-normal.woff2")]
    [InlineData("cs", "ltr", FontCut.Text, "Loď", "source-serif-4-latin-400-normal.woff2 source-serif-4-latin-ext-400-normal.woff2")]
    [InlineData("ru", "ltr", FontCut.Display, "Паром", "source-serif-4-cyrillic-700-normal.woff2")]
    [InlineData("fa", "rtl", FontCut.Text, "بندر و دریا (دوم): ۱۲ «کشتی»", "noto-naskh-arabic-arabic-basic-400-normal.woff2")]
    [InlineData("fa", "rtl", FontCut.Standfirst, "می‌رود", "noto-naskh-arabic-arabic-basic-500-normal.woff2")]
    [InlineData("fa", "rtl", FontCut.Headline, "کشتی ۱۲", "vazirmatn-arabic-basic-700-normal.woff2")]
    [InlineData("fa", "rtl", FontCut.Display, "کشتی «ماه»", "vazirmatn-arabic-basic-800-normal.woff2 noto-naskh-arabic-arabic-basic-700-normal.woff2")]
    [InlineData("fa", "rtl", FontCut.Display, "GPS", "source-serif-4-latin-basic-700-normal.woff2")]
    [InlineData("en", "ltr", FontCut.Text, "بندر", "noto-naskh-arabic-arabic-basic-400-normal.woff2")]
    [InlineData("en", "ltr", FontCut.Text, "日本", "")]
    [InlineData("en", "ltr", FontCut.Text, "", "")]
    public void The_files_that_hold_the_letters_are_asked_for_and_no_others(string language, string direction, FontCut cut, string words, string files) =>
        Assert.Equal(files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Assets.Path), Assets.Fonts.Of(language, direction, [(cut, words)]));

    [Fact]
    public void A_file_is_asked_for_once_in_the_order_of_the_words() => Assert.Equal(
        [Assets.Path("source-serif-4-latin-basic-700-normal.woff2"), Assets.Path("source-serif-4-latin-basic-400-normal.woff2")],
        Assets.Fonts.Of("en", "ltr", [(FontCut.Display, "The Ledger"), (FontCut.Text, "City"), (FontCut.Headline, "Ferry")]));

    [Theory]
    [InlineData("source-serif-4-latin-basic-400-normal.woff2", "source-serif-4-latin-400-normal.woff2", 0.7)]
    [InlineData("noto-naskh-arabic-arabic-basic-400-normal.woff2", "noto-naskh-arabic-arabic-400-normal.woff2", 0.7)]
    [InlineData("vazirmatn-arabic-basic-800-normal.woff2", "vazirmatn-arabic-800-normal.woff2", 0.8)]
    public void The_letters_that_most_pages_do_with_weigh_less_than_their_script(string basic, string whole, double share) =>
        Assert.InRange(Assets.Read(basic).Length, 1_000, Assets.Read(whole).Length * share);

    // The sheets name each file by its content, and no other part of the program does.
    [Fact]
    public void Paper_is_set_in_whole_scripts()
    {
        Assert.Contains("-basic-", System.Text.Encoding.UTF8.GetString(Assets.Read("site.css")), StringComparison.Ordinal);
        Assert.DoesNotContain("-basic-", System.Text.Encoding.UTF8.GetString(Assets.Read("print.css")), StringComparison.Ordinal);
    }
}
