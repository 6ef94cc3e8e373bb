using System.Text;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

public sealed class PooledTextWriterTests
{
    [Fact]
    public void However_it_is_written_and_however_long_it_is_a_page_has_all_of_it()
    {
        using var text = new PooledTextWriter();
        var expected = new StringBuilder();
        for (var piece = 0; piece < 20_000; piece++)
        {
            text.Write('<');
            text.Write("br />");
            text.Write(" /خبر/> ".ToCharArray(), 1, 6);
            text.Write("é /".AsSpan());
            expected.Append("<br>/خبر/>é /");
        }

        text.Write(">");
        Assert.Equal(expected.Append('>').Replace(" />", ">").ToString(), Encoding.UTF8.GetString(text.ToPage()));
    }

    [Fact]
    public void A_fragment_stays_as_it_was_rendered()
    {
        using var text = new PooledTextWriter();
        text.Write("<hr />");
        Assert.Equal("<hr />", text.ToString());
    }
}
