using System.Text;
using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class XmlEncodingTests
{
    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "utf-8")]
    [InlineData("<?xml version='1.0' encoding='windows-1256'?>", "windows-1256")]
    [InlineData("\n <?xml version='1.0' encoding = 'ISO-8859-1' ?>", "windows-1252")]
    [InlineData("<?xml version='1.0' encoding='GB18030'?>", "GB18030")]
    [InlineData("<?xml version='1.0' encoding='shift_jis'?>", "shift_jis")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?>", "utf-8")]
    [InlineData("<?xml version='1.0' encoding='utf-32'?>", "utf-8")]
    [InlineData("<?xml version='1.0' encoding='klingon'?>", "utf-8")]
    [InlineData("<?xml version='1.0'?>", "utf-8")]
    [InlineData("<rss encoding='windows-1256'>", "utf-8")]
    [InlineData("", "utf-8")]
    public void The_encoding_is_the_declared_one_where_it_can_be(string xml, string name) =>
        Assert.Equal(name, Detect(Encoding.Latin1.GetBytes(xml)), ignoreCase: true);

    [Fact]
    public void A_byte_order_mark_is_stronger_than_a_declaration() =>
        Assert.Equal("utf-8", Detect([.. Encoding.UTF8.Preamble, .. "<?xml version='1.0' encoding='windows-1251'?>"u8]));

    [Fact]
    public void The_stream_stands_at_its_beginning_afterwards()
    {
        using var folder = new TrialFolder();
        using var stream = File.OpenRead(folder.Write("a.xml", "<?xml version='1.0'?><a/>"));
        XmlEncoding.Detect(stream);
        Assert.Equal(0, stream.Position);
    }

    private static string Detect(byte[] bytes)
    {
        using var folder = new TrialFolder();
        using var stream = File.OpenRead(folder.Write("a.xml", bytes));
        return XmlEncoding.Detect(stream).WebName;
    }
}
