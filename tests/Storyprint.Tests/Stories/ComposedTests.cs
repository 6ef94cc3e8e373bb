using System.Text;
using Storyprint.Stories.Canonical;

namespace Storyprint.Tests.Stories;

public sealed class ComposedTests
{
    [Fact]
    public void Every_character_that_is_passed_over_is_stable_under_NFC_behind_any_other()
    {
        var passed = Enumerable.Range(0, 0x300).Concat(Enumerable.Range(0x2010, 0x18)).Select(code => (char)code).ToList();
        foreach (var before in (char[])['a', 'é', 'ẛ', 'α', 'ا', '가', '\u2011'])
        {
            var text = string.Concat(passed.Select(character => $"{before}{character}"));
            Assert.Equal(text, text.Normalize(NormalizationForm.FormC));
        }
    }

    [Theory]
    [InlineData("cafe\u0301 – “late”", "café – “late”")]
    [InlineData("“quoted” — as it is…", "“quoted” — as it is…")]
    [InlineData("\u2000wide", "\u2002wide")]
    [InlineData("\u2126", "Ω")]
    public void What_NFC_changes_is_changed(string text, string expected) => Assert.Equal(expected, CanonicalLine.Composed(text));
}
