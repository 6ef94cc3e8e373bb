using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Storyprint.Print.Sheets;
using Storyprint.Stories.Body;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

public sealed partial class BlockViewsTests
{
    [Theory]
    [InlineData(false, "0 0", "<ul><li>0</li><li>1</li></ul>")]
    [InlineData(true, "0 1u 0", "<ol><li>0<ul><li>1</li></ul></li><li>2</li></ol>")]
    [InlineData(false, "0 1o 2u 1o", "<ul><li>0<ol><li>1<ul><li>2</li></ul></li><li>3</li></ol></li></ul>")]
    [InlineData(false, "0 1o 1u", "<ul><li>0<ol><li>1</li></ol><ul><li>2</li></ul></li></ul>")]
    [InlineData(true, "0 5u 0", "<ol><li>0<ul><li>1</li></ul></li><li>2</li></ol>")]
    [InlineData(false, "0 1o 2u 0", "<ul><li>0<ol><li>1<ul><li>2</li></ul></li></ol></li><li>3</li></ul>")]
    [InlineData(true, "1 1 0", "<ol><li>0</li><li>1</li></ol><ol><li>2</li></ol>")]
    [InlineData(true, "0 2 2 1", "<ol><li>0<ol><li>1</li><li>2</li></ol><ol><li>3</li></ol></li></ol>")]
    public async Task A_list_inside_an_item_is_of_its_own_kind(bool isNumbered, string items, string expected)
    {
        var list = new BulletList(isNumbered, [.. items.Split(' ').Select((item, index) =>
            new ListItem(item[0] - '0', RichText.From($"{index}"), item.Length == 1 ? null : item[1] == 'o'))]);
        Assert.Equal(expected, await RenderAsync<ListView>(new() { ["List"] = list }));
    }

    [Fact]
    public async Task An_item_bears_the_number_that_it_had()
    {
        var list = new BulletList(true, [new ListItem(0, RichText.From("a"), null, 5), new ListItem(0, RichText.From("b")), new ListItem(1, RichText.From("c"), false, 7)]);
        Assert.Equal("<ol><li value=\"5\">a</li><li>b<ul><li>c</li></ul></li></ol>", await RenderAsync<ListView>(new() { ["List"] = list }));
    }

    [Fact]
    public async Task Columns_stand_as_they_were_written_on_the_site_and_on_paper()
    {
        var table = new Table([], [[RichText.From("a"), RichText.From("b"), RichText.From("12"), RichText.From("13"), RichText.From("14"), RichText.From("c")]], null,
            [ColumnAlignment.Centre, ColumnAlignment.Right, ColumnAlignment.Unset, ColumnAlignment.Left, ColumnAlignment.Centre]);
        foreach (var isPaper in (bool[])[true, false])
        {
            var html = await RenderAsync<TableView>(new() { ["Table"] = table, ["IsPaper"] = isPaper, ["Fit"] = TableFit.Whole(table) });
            Assert.Equal(["centre", "right", "figure", "figure left", "figure centre", ""], Cell().Matches(html).Select(cell => cell.Groups[1].Value));
        }
    }

    private static async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return (await new PageRenderer(services, NullLoggerFactory.Instance).TextAsync<T>(parameters)).Trim();
    }

    [GeneratedRegex("<td(?: class=\"([^\"]*)\")?>")]
    private static partial Regex Cell();
}
