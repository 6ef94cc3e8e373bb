using Storyprint.Formats.Html;

namespace Storyprint.Tests.Formats.Html;

public sealed class ElementKindsTests
{
    [Fact]
    public void No_element_is_of_two_kinds()
    {
        Assert.Empty(ElementKinds.Silent.Intersect(ElementKinds.FormParts));
        Assert.Empty(ElementKinds.Silent.Intersect(ElementKinds.Boxes));
        Assert.Empty(ElementKinds.FormParts.Intersect(ElementKinds.Boxes));
    }

    [Theory]
    [InlineData(81, true)]
    [InlineData(80, false)]
    [InlineData(0, false)]
    public void A_form_around_long_paragraphs_is_a_page(int letters, bool isPage) =>
        Assert.Equal(isPage, ElementKinds.IsPageInForm(new Markup($"<form><p>{new string('ن', letters)}</p></form>").First("form")));

    [Fact]
    public void White_space_does_not_make_a_form_a_page() =>
        Assert.False(ElementKinds.IsPageInForm(new Markup($"<form><p>{new string(' ', 200)}</p></form>").First("form")));
}
