using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.Wxr;

/// <summary>Reads section, topics, authors and language from the terms of an item.</summary>
/// <param name="Logins">Authors that the file has no name for.</param>
internal sealed record WxrTerms(
    SectionName? Section, IReadOnlyList<string> Topics, IReadOnlyList<string> Authors, IReadOnlyList<string> Logins, string? Language, string? TranslationKey)
{
    // Taxonomies of layout and menus.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "post_format", "nav_menu", "wp_theme", "wp_template_part_area", "wp_pattern_category", "link_category", "elementor_library_type",
        "term_translations", "term_language", "product_type", "product_visibility", "yst_prominent_words", "author", "language", "post_translations",
    };

    /// <param name="nameOf">The name of a term that is written with its slug only.</param>
    /// <param name="authorOf">Who a term of the taxonomy "author" names; null where that is only a login.</param>
    public static WxrTerms From(WxrItem item, Func<WxrTerm, string>? nameOf = null, Func<WxrTerm, string?>? authorOf = null)
    {
        // Old exports list each term twice, first without its taxonomy.
        var terms = (item.Terms.Exists(term => term.Domain.Length > 0) ? item.Terms.FindAll(term => term.Domain.Length > 0) : item.Terms)
            .ConvertAll(term => term.Name.Length > 0 ? term : term with { Name = nameOf?.Invoke(term) ?? term.Nicename });
        var categories = terms.FindAll(term => term.Domain is "category" or "" && !IsNone(term));
        var section = categories.Select(term => new SectionName(SlugOf(term), term.Name)).FirstOrDefault(name => name.Slug.Length > 0);
        var topics = categories.Where(term => section is null || SlugOf(term) != section.Slug)
            .Concat(terms.Where(term => term.Domain is not ("category" or "") && !Silent.Contains(term.Domain)))
            .Select(term => term.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var authors = terms.Where(term => term.Domain == "author").Select(term => (Term: term, Name: authorOf is null ? term.Name : authorOf(term))).ToList();
        return new WxrTerms(
            section,
            [.. topics],
            [.. authors.Select(author => author.Name).OfType<string>().Distinct()],
            [.. authors.Where(author => author.Name is null).Select(author => author.Term.Name).Distinct()],
            terms.Find(term => term.Domain == "language")?.Nicename,
            terms.Find(term => term.Domain == "post_translations")?.Nicename);
    }

    private static string SlugOf(WxrTerm term) =>
        Slug.From(term.Nicename.Length > 0 ? Uri.UnescapeDataString(term.Nicename) : term.Name) is { IsEmpty: false } slug ? slug.Text : Slug.From(term.Name).Text;

    private static bool IsNone(WxrTerm term) =>
        term.Nicename.Equals("uncategorized", StringComparison.OrdinalIgnoreCase) || term.Name.Equals("uncategorized", StringComparison.OrdinalIgnoreCase);
}
