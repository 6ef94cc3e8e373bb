using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.Wxr;

/// <summary>Reads the lists that an export names before its items: categories, tags and authors, with the numbers and names in their addresses.</summary>
internal static class WxrLists
{
    /// <summary>The list that a <c>wp:category</c>, <c>wp:tag</c> or <c>wp:author</c> is, or null.</summary>
    /// <param name="home">The site's address, or null.</param>
    public static ImportedList? Read(string element, WxrItem fields, Uri? home) => element switch
    {
        "wp:category" => List("category", fields["wp:category_nicename"], fields["wp:cat_name"], ("cat", fields["wp:term_id"]), home),
        "wp:tag" => List("tag", fields["wp:tag_slug"], fields["wp:tag_name"], ("tag_id", fields["wp:term_id"]), home),
        "wp:author" => List("author", fields["wp:author_login"], fields["wp:author_display_name"], ("author", fields["wp:author_id"]), home),
        _ => null,
    };

    private static ImportedList? List(string kind, string nicename, string name, (string Name, string Number) query, Uri? home)
    {
        var slug = Uri.UnescapeDataString(nicename.Trim());
        var site = home ?? new Uri("http://localhost/");
        var shown = HtmlPlainText.OneLine(name);
        return slug.Length == 0 && shown.Length == 0 ? null : new ImportedList(kind, slug, shown.Length > 0 ? shown : slug,
        [
            .. query.Number.Trim() is { Length: > 0 } number && number.All(char.IsAsciiDigit) ? [new Uri(site, $"?{query.Name}={number}").AbsoluteUri] : Array.Empty<string>(),
            .. slug.Length > 0 ? [new Uri(site, $"{kind}/{Uri.EscapeDataString(slug)}").AbsoluteUri] : Array.Empty<string>(),
        ]);
    }
}
