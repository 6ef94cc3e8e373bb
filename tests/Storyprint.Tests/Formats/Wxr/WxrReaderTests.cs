using System.Xml;
using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrReaderTests
{
    [Theory]
    [InlineData("<a>پل</a>", 100, "پل", false)]
    [InlineData("<a><![CDATA[橋]]>閉鎖</a>", 100, "橋閉鎖", false)]
    [InlineData("<a/>", 100, "", false)]
    [InlineData("<a></a>", 100, "", false)]
    [InlineData("<a>12345</a>", 5, "12345", false)]
    [InlineData("<a>123456</a>", 5, "12345", true)]
    [InlineData("<a>1234😀</a>", 5, "1234", true)]
    [InlineData("<a>12<b>34</b>56</a>", 5, "12345", true)]
    public void A_text_is_read_up_to_its_limit(string xml, int limit, string expected, bool isCut)
    {
        using var folder = new TrialFolder();
        using var reader = new WxrReader(folder.Write("a.xml", $"<r>{xml}<z/></r>"));
        reader.Xml.ReadToFollowing("a");
        Assert.Equal((expected, isCut), (reader.TextInside(limit, out var cut), cut));
        Assert.Equal("z", reader.Xml.Name);
    }

    [Fact]
    public void A_text_longer_than_one_piece_is_whole()
    {
        using var folder = new TrialFolder();
        var words = string.Concat(Enumerable.Repeat("قایق😀", 5000));
        using var reader = new WxrReader(folder.Write("a.xml", $"<a>{words}</a>"));
        reader.Xml.Read();
        Assert.Equal(words, reader.TextInside(int.MaxValue, out _));
    }

    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?><a>x</a>")]
    [InlineData("<a>\u0001x\u000B</a>")]
    [InlineData("<wp:a xmlns:wp='x'>x</wp:a>")]
    [InlineData("<wp:a>x</wp:a>")]
    [InlineData("<!-- note --><?php run ?><a>x</a>")]
    public void Accidents_of_plug_ins_do_not_end_the_reading(string xml)
    {
        using var folder = new TrialFolder();
        using var reader = new WxrReader(folder.Write("a.xml", xml));
        reader.Xml.MoveToContent();
        Assert.Equal("x", reader.TextInside(10, out _).Trim());
    }

    [Fact]
    public void A_document_type_is_refused_so_that_no_entity_unfolds()
    {
        using var folder = new TrialFolder();
        using var reader = new WxrReader(folder.Write("a.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"));
        Assert.Throws<XmlException>(() => reader.Xml.MoveToContent());
    }

    [Fact]
    public void The_line_and_the_part_that_was_read_are_known()
    {
        using var folder = new TrialFolder();
        using var reader = new WxrReader(folder.Write("a.xml", "<r>\n\n<a/></r>"));
        reader.Xml.ReadToFollowing("a");
        Assert.Equal((3, 1.0), (reader.Line, reader.Part));
    }
}
