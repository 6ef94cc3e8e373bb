using AngleSharp.Dom;

namespace Storyprint.Verification.Pages;

/// <summary>A table that is wider than a sheet stands on paper in parts, each with the first column again. Joined, they are the table that was sealed.</summary>
internal static class TableParts
{
    public static void Join(IElement article)
    {
        foreach (var part in article.QuerySelectorAll(".table.continued").ToList())
        {
            if (part.PreviousElementSibling is not { } whole || !whole.ClassList.Contains("table"))
            {
                continue;
            }

            var (rows, more) = (whole.QuerySelectorAll("tr"), part.QuerySelectorAll("tr"));
            if (rows.Length != more.Length || rows.Zip(more).Any(pair => !BeginAlike(pair.First, pair.Second)))
            {
                continue;
            }

            foreach (var (row, further) in rows.Zip(more))
            {
                row.Append([.. further.Children.Skip(1)]);
            }

            part.Remove();
        }
    }

    // A first column that says something else is none that was repeated: its words stay, and are found where nothing was sealed.
    private static bool BeginAlike(IElement row, IElement further) =>
        row.FirstElementChild is { } one && further.FirstElementChild is { } other && PageText.IsSame(PageText.Of(one), PageText.Of(other));
}
