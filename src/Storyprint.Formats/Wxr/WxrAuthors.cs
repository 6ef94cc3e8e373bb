using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.Wxr;

/// <summary>The names behind logins: users of the site, and guest authors of the plug-ins Co-Authors Plus and PublishPress Authors.</summary>
internal sealed class WxrAuthors
{
    // Co-Authors Plus puts this before the name of a term and of a profile.
    private const string Cap = "cap-";

    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);

    public void AddUser(WxrItem author)
    {
        var display = HtmlPlainText.OneLine(author["wp:author_display_name"].Trim());
        var full = HtmlPlainText.OneLine($"{author["wp:author_first_name"].Trim()} {author["wp:author_last_name"].Trim()}".Trim());
        Add(author["wp:author_login"], display.Length == 0 || (Bylines.HasEmail(display) && full.Length > 0) ? full : display);
    }

    /// <summary>A profile of a guest author, which the plug-in keeps as a post.</summary>
    public void AddGuest(WxrItem profile)
    {
        var display = HtmlPlainText.OneLine(profile.Meta["cap-display_name"]) is { Length: > 0 } own ? own : profile["title"];
        Add(profile.Meta["cap-user_login"], display);
        Add(profile["wp:post_name"], display);
        Add(WithoutCap(profile["wp:post_name"].Trim()), display);
    }

    /// <summary>Who a term names, or null where that is only a login.</summary>
    public string? OfTerm(WxrTerm term)
    {
        var slug = Uri.UnescapeDataString(term.Nicename);
        return Find(term.Name) ?? Find(slug) ?? Find(WithoutCap(slug))
            ?? (!slug.StartsWith(Cap, StringComparison.OrdinalIgnoreCase) || Bylines.IsName(term.Name) ? term.Name : null);
    }

    /// <summary>Who wrote a post, by its creator's login; null where that is only a login. Some exports write the name itself.</summary>
    public string? OfLogin(string login) => Find(login) ?? (Bylines.IsName(login.Trim()) ? login.Trim() : null);

    /// <summary>Takes the names of another file of the same site.</summary>
    public void Add(WxrAuthors other)
    {
        foreach (var (key, name) in other.names)
        {
            names.TryAdd(key, name);
        }
    }

    private string? Find(string key) => names.TryGetValue(key.Trim(), out var name) && name.Length > 0 ? name : null;

    private void Add(string key, string name)
    {
        if (key.Trim() is { Length: > 0 } known && name.Length > 0)
        {
            names.TryAdd(known, name);
        }
    }

    private static string WithoutCap(string slug) => slug.StartsWith(Cap, StringComparison.OrdinalIgnoreCase) ? slug[Cap.Length..] : slug;
}
