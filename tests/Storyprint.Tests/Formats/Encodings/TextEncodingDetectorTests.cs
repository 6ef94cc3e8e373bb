using System.Text;
using Storyprint.Formats.Encodings;

namespace Storyprint.Tests.Formats.Encodings;

public sealed class TextEncodingDetectorTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_byte_order_mark_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("پل، 橋, bridge")];
        Assert.Equal("پل، 橋, bridge", TextEncodingDetector.Decode(bytes).Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Zeros_tell_it_where_a_file_has_no_mark(string name) =>
        Assert.Equal("Bridge, پل، 橋", TextEncodingDetector.Decode(Encoding.GetEncoding(name).GetBytes("Bridge, پل، 橋")).Text);

    [Fact]
    public void A_few_bytes_that_are_no_UTF8_are_read_as_Windows_1252_and_told()
    {
        byte[] labelled = [.. "<meta charset=utf-8>caf"u8, 0xE9, 0x96, .. " x"u8];
        byte[] mixed = [.. "پل بسته شد "u8, 0x93];
        byte[] neither = [.. "caf"u8, 0xE9, .. " at the quay"u8];
        Assert.Equal(("<meta charset=utf-8>café– x", true), (TextEncodingDetector.Decode(labelled).Text, TextEncodingDetector.Decode(labelled).IsGuessed));
        Assert.Equal(("پل بسته شد “", true), (TextEncodingDetector.Decode(mixed).Text, TextEncodingDetector.Decode(mixed).IsGuessed));
        Assert.Equal((null, 1), (TextEncodingDetector.Decode(neither).Text, TextEncodingDetector.Decode(neither).Line));
    }

    [Theory]
    [InlineData("windows-1256", "پل بسته شد")]
    [InlineData("windows-1251", "мост закрыт")]
    [InlineData("windows-1252", "“café” – 5 €")]
    [InlineData("iso-8859-1", "“café” – 5 €")]
    [InlineData("iso-8859-9", "köprü kapandı")]
    [InlineData("gb2312", "桥已关闭")]
    [InlineData("shift_jis", "橋が閉鎖")]
    [InlineData("big5", "橋樑關閉")]
    [InlineData("euc-kr", "다리 폐쇄")]
    public void Without_one_the_page_may_declare_it(string name, string words)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name == "iso-8859-1" ? "windows-1252" : name)!;
        var page = $"<meta charset=\"{name}\"><p>{words}</p>";
        Assert.Equal(page, TextEncodingDetector.Decode(encoding.GetBytes(page)).Text);
    }

    [Theory]
    [InlineData("<meta charset=windows-1256>پل")]
    [InlineData("<meta charset=utf-16>橋")]
    [InlineData("plain")]
    [InlineData("")]
    public void What_is_UTF8_is_read_as_that_whatever_it_declares(string text) => Assert.Equal(text, TextEncodingDetector.Decode(Encoding.UTF8.GetBytes(text)).Text);

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x00 })]
    [InlineData(new byte[] { 0xE9 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    public void What_is_no_text_is_refused_with_a_reason(byte[] bytes)
    {
        var (text, reason) = TextEncodingDetector.Decode(bytes);
        Assert.Null(text);
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void An_encoding_nobody_knows_is_refused()
    {
        byte[] page = [.. "<meta charset=klingon-1>"u8, 0xE9];
        Assert.Null(TextEncodingDetector.Decode(page).Text);
    }
}
