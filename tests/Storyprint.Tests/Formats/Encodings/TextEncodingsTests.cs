using System.Text;
using Storyprint.Formats.Encodings;

namespace Storyprint.Tests.Formats.Encodings;

public sealed class TextEncodingsTests
{
    [Theory]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData(" Latin1 ", "windows-1252")]
    [InlineData("iso-8859-9", "windows-1254")]
    [InlineData("windows-1256", "windows-1256")]
    [InlineData("koi8-r", "koi8-r")]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", null)]
    [InlineData("no-such", null)]
    public void A_label_is_understood_as_browsers_do(string label, string? name) => Assert.Equal(name, TextEncodings.Labelled(label)?.WebName);

    [Theory]
    [InlineData("utf-8", 3)]
    [InlineData("utf-16", 2)]
    [InlineData("utf-16BE", 2)]
    [InlineData("utf-32", 4)]
    [InlineData("utf-32BE", 4)]
    public void A_mark_says_the_encoding_and_the_zeros_of_wide_letters_do_without_it(string name, int marks)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal((name, marks), TextEncodings.Of([.. encoding.Preamble, .. encoding.GetBytes("<rss>")]) is { } told ? (told.Encoding.WebName, told.Marks) : ("", 0));
        Assert.Equal(marks == 3 ? null : name, TextEncodings.Of(encoding.GetBytes("<rss>"))?.Encoding.WebName);
    }
}
