using Storyprint.Stories.Releases.Gate;
using Storyprint.Web.Localization;

namespace Storyprint.Tests.Web.History;

public sealed class FindingTextTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void Everything_the_gate_can_find_has_words_that_show_what_it_found(string language)
    {
        var texts = InterfaceTexts.Load(language);
        foreach (var kind in Enum.GetValues<GateFindingKind>())
        {
            foreach (var finding in (GateFinding[])[new(kind, "", "now"), new(kind, "was", ""), new(kind, "was", "now"), new(kind, "was", "was")])
            {
                var said = texts.Format(finding.Key, finding.Before, finding.After);
                Assert.True(kind == GateFindingKind.Picture || said.Contains(finding.After.Length > 0 ? finding.After : finding.Before, StringComparison.Ordinal), said);
                Assert.DoesNotContain("{", said, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void In_English_it_is_the_gates_own_sentence()
    {
        var texts = InterfaceTexts.Load("en");
        foreach (var kind in Enum.GetValues<GateFindingKind>().Where(kind => kind != GateFindingKind.Picture))
        {
            var finding = new GateFinding(kind, "was", "now");
            Assert.Equal(finding.Sentence, texts.Format(finding.Key, finding.Before, finding.After));
        }
    }
}
