using Storyprint.Operations.Imports;

namespace Storyprint.Tests.Operations.Imports;

/// <summary>The name of a file that a stranger's browser sends: kept where it is only a name.</summary>
public sealed class UploadNameTests
{
    [Theory]
    [InlineData("export.xml")]
    [InlineData("_index.fa.md")]
    [InlineData("خبرهای بندر.md")]
    [InlineData("The ferry's pictures (2).zip")]
    [InlineData("نیم\u200cفاصله.md")]
    [InlineData("quay 🚢.md")]
    public void A_name_stays_as_it_is(string name) => Assert.Equal(name, UploadName.Read(name));

    [Fact]
    public void A_name_is_kept_in_its_composed_form_whatever_the_system_that_sends_it() => Assert.Equal("caf\u00e9.md", UploadName.Read(" cafe\u0301.md "));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../publication.json")]
    [InlineData("..\\publication.json")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\export.xml")]
    [InlineData("C:export.xml")]
    [InlineData("folder/export.xml")]
    [InlineData(".htaccess")]
    [InlineData("export.")]
    [InlineData("a\0.md")]
    [InlineData("a\n.md")]
    [InlineData("export\u202Elmx.md")]
    [InlineData("export\u2066.md")]
    [InlineData("\uFEFFexport.md")]
    [InlineData("a\u2028b.md")]
    [InlineData("a?.md")]
    public void What_leads_elsewhere_or_hides_what_it_is_is_no_name(string name) => Assert.Null(UploadName.Read(name));

    [Fact]
    public void A_name_of_a_megabyte_is_none_and_neither_is_one_too_long_in_bytes()
    {
        Assert.Null(UploadName.Read(new string('a', 1 << 20)));
        Assert.Null(UploadName.Read(new string('ن', 101) + ".md"));
        Assert.Null(UploadName.Read(null));
        Assert.Null(UploadName.Read("half of a letter \ud800.md"));
        Assert.NotNull(UploadName.Read(new string('ن', 98) + ".md"));
    }
}
