using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

/// <summary>An address that stands alone is a film only where a paragraph of the body would be; anywhere else it is the words of what it stands in.</summary>
public sealed class LoneAddressTests
{
    private const string Address = "https://forms.example/1";

    [Theory]
    [InlineData("<table><tr><td>Registry<td>{0}</table>")]
    [InlineData("<table><tr><th>{0}<th>b<tr><td>1<td>2</table>")]
    [InlineData("<table><tr><td>a<td><p>{0}</p></table>")]
    [InlineData("<ul><li>{0}<li>b</ul>")]
    [InlineData("<ol><li><p>{0}</p><ul><li>b</ul></ol>")]
    [InlineData("<blockquote><p>Look here:</p><p>{0}</p></blockquote>")]
    [InlineData("<figure class='wp-block-pullquote'><blockquote><p>{0}</p></blockquote></figure>")]
    [InlineData("<figure><img src='https://a.example/x.jpg'><figcaption>{0}</figcaption></figure>")]
    [InlineData("<h2>{0}</h2>")]
    [InlineData("<dl><dt>Site<dd>{0}</dl>")]
    [InlineData("<dl><dt>{0}<dd>Site</dl>")]
    [InlineData("<details><summary>{0}</summary>words</details>")]
    [InlineData("<address>{0}</address>")]
    [InlineData("<pre>{0}</pre>")]
    [InlineData("<p><code>{0}</code></p>")]
    [InlineData("<p><em>{0}</em></p>")]
    public void It_stays_where_it_stands(string html)
    {
        var body = Trial.Body(html.Replace("{0}", Address, StringComparison.Ordinal));
        Assert.Empty(body.OfType<Embed>());
        Assert.Contains(body.SelectMany(block => block.RichTexts), text => text.Plain.Contains(Address, StringComparison.Ordinal));
        Assert.Single(body, block => block is not Paragraph { Text.Plain: "Site" or "words" });
    }

    [Theory]
    [InlineData("<p>{0}</p>")]
    [InlineData("{0}")]
    [InlineData("<div><div>{0}</div></div>")]
    [InlineData("<figure class='wp-block-embed'><div>{0}</div></figure>")]
    [InlineData("<blockquote><figure class='wp-block-embed'><div>{0}</div></figure></blockquote>")]
    [InlineData("<table role=presentation><tr><td><figure>{0}</figure></table>")]
    public void In_a_paragraph_of_the_body_it_is_an_embed(string html) =>
        Assert.Equal(Address, Assert.IsType<Embed>(Assert.Single(Trial.Body(html.Replace("{0}", Address, StringComparison.Ordinal)))).Address);

    [Fact]
    public void The_cells_of_a_table_that_lays_out_a_page_do_not_run_together() =>
        Assert.Equal("one\ntwo", Trial.Words(Trial.Body("<table role=presentation><tr><td>one</td><td>two</td></tr></table>")));

    [Fact]
    public void What_plain_text_has_no_room_for_is_told()
    {
        var warnings = new ImportWarnings();
        Assert.Equal("Read this", HtmlPlainText.OneLine("Read <a href='https://a.example/1'>this</a><img src='https://a.example/b.jpg'>", warnings, "the standfirst"));
        Assert.Equal(["A link in the standfirst was left out: https://a.example/1", "A picture in the standfirst was left out: https://a.example/b.jpg"], warnings.Sentences);
    }
}
