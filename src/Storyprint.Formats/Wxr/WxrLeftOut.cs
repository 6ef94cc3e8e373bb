using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>Tells what an item held that no story here has: what was too long, and the fields that nobody read, which are asked for last.</summary>
internal static class WxrLeftOut
{
    private const int MaxFieldsTold = 100;

    public static void Note(WxrItem item, ImportWarnings warnings)
    {
        foreach (var field in item.Cut)
        {
            warnings.Add(field switch
            {
                "title" => "The headline was longer than 500 characters and was cut.",
                "content:encoded" => "The text was longer than eight million characters and was cut.",
                _ => $"The field {field} was longer than 64,000 characters and was cut.",
            });
        }

        if (!WxrPostTypes.IsNews(item.Type))
        {
            warnings.Add($"It was of the type “{ImportWarnings.Short(item.Type)}” in WordPress and came as a story.");
        }

        // The two of WordPress's own that place a story in lists are told in words of their own.
        var fields = item.Unread.ToList();
        if (fields.RemoveAll(field => field.Name == "wp:is_sticky" && field.Value.Trim() == "1") > 0)
        {
            warnings.Add("It was kept at the top of the front page (sticky); here stories stand by their dates.");
        }

        if (item.Type == "page" && fields.Find(field => field.Name == "wp:menu_order") is { Name: not null } place)
        {
            warnings.Add($"Its place among the pages ({ImportWarnings.Short(place.Value)}) was left out.");
            fields.Remove(place);
        }

        var unread = fields.ConvertAll(field => $"{ImportWarnings.Short(field.Name)} (“{ImportWarnings.Short(field.Value)}”)");
        if (unread.Count > 0)
        {
            var further = unread.Count > MaxFieldsTold ? $" and {unread.Count - MaxFieldsTold} more" : string.Empty;
            warnings.Add($"Fields that have no place here were left out: {string.Join(", ", unread.Take(MaxFieldsTold))}{further}.");
        }

        if (item["content:encoded"].Contains('\uFFFD', StringComparison.Ordinal) || item["title"].Contains('\uFFFD', StringComparison.Ordinal))
        {
            warnings.Add("Some characters could not be read and stand as “\uFFFD”.");
        }
    }
}
