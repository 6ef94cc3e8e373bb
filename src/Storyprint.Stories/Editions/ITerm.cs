namespace Storyprint.Stories.Editions;

/// <summary>A section, topic or author of an edition as its editors name it. Stories keep the words they are sealed with; lists gather them under the slug.</summary>
public interface ITerm
{
    /// <summary>The path segment of its list.</summary>
    string Slug { get; }

    string Name { get; }

    /// <summary>Slugs it had before, or that were merged into it. Their addresses redirect, and their stories stand in its list.</summary>
    IReadOnlyList<string> Formerly { get; }
}

/// <summary>Finds terms by any slug they ever had.</summary>
public static class Terms
{
    extension(ITerm term)
    {
        /// <summary>The slug and the former ones.</summary>
        public IReadOnlyList<string> Slugs => term.Formerly.Count == 0 ? [term.Slug] : [term.Slug, .. term.Formerly.Where(slug => slug != term.Slug).Distinct(StringComparer.Ordinal)];
    }

    extension<T>(IEnumerable<T> terms)
        where T : class, ITerm
    {
        /// <summary>The term that has or had this slug, or null.</summary>
        public T? Named(string slug) => terms.FirstOrDefault(term => term.Slug == slug) ?? terms.FirstOrDefault(term => term.Formerly.Contains(slug));

        /// <summary>The slug whose list holds the stories of this one now.</summary>
        public string SlugOf(string slug) => terms.Named(slug)?.Slug ?? slug;

        /// <summary>All slugs whose stories stand in the list of this one.</summary>
        public IReadOnlyList<string> SlugsOf(string slug) => terms.Named(slug)?.Slugs ?? [slug];
    }
}
