using System.Globalization;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Writes a list as lines of text, with the numbers and bullets that a reader of the list sees.</summary>
internal static class ListLines
{
    private const string Bullet = "• ";

    public static IEnumerable<RichText> Of(BulletList list)
    {
        // The lists that are open, outermost first, as pages show them: the depth of their items, whether they are numbered, and their last number.
        var open = new Stack<(int Depth, bool IsNumbered, int Last)>();
        foreach (var item in list.Items)
        {
            var isNumbered = item.IsNumbered(list);
            while (open.TryPeek(out var inner) && inner.Depth >= item.Depth && (inner.Depth, inner.IsNumbered) != (item.Depth, isNumbered))
            {
                open.Pop();
            }

            var last = open.TryPeek(out var own) && own.Depth == item.Depth ? open.Pop().Last : 0;
            var number = item.Number ?? last + 1;
            open.Push((item.Depth, isNumbered, number));
            yield return Marked(isNumbered ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : Bullet, item.Text);
        }
    }

    private static RichText Marked(string mark, RichText text) => text.Runs is [{ Emphasis: Emphasis.None, Link: null } first, ..]
        ? new RichText([first with { Text = mark + first.Text }, .. text.Runs.Skip(1)])
        : new RichText([new TextRun(mark), .. text.Runs]);
}
