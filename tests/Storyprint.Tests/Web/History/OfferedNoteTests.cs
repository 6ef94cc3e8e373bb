using Storyprint.Stories.Releases.Gate;
using Storyprint.Web.History;
using Storyprint.Web.Localization;

namespace Storyprint.Tests.Web.History;

public sealed class OfferedNoteTests
{
    private static readonly GateFinding[] Findings = [new(GateFindingKind.Number, "12", "16"), new(GateFindingKind.Words, "", "at noon")];

    [Theory]
    [InlineData("en", "A number changed: “12” became “16”. A passage was added: “at noon”.")]
    [InlineData("fa", "عددی تغییر کرد: «12» شد «16». عبارتی افزوده شد: «at noon».")]
    public void The_machine_names_every_change_in_the_language_of_the_edition(string language, string note) =>
        Assert.Equal(note, OfferedNote.Create(InterfaceTexts.Load(language), Findings).Text);

    [Fact]
    public void A_long_list_is_cut() =>
        Assert.EndsWith(" …", OfferedNote.Create(InterfaceTexts.Load("en"), [.. Enumerable.Repeat(Findings, 10).SelectMany(each => each)]).Text, StringComparison.Ordinal);
}
