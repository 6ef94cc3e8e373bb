using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Storyprint.Web.Caching;

/// <summary>Metadata of an endpoint whose pages are cached: what of a query they read. Anything else in a query makes no other page.</summary>
internal sealed record PageCachePolicy
{
    /// <summary>The one parameter its pages read.</summary>
    public string? Parameter { get; init; }

    /// <summary>The values that make a difference, in lower case.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether any query may mean something, so that only requests without one are cached.</summary>
    public bool ReadsAll { get; init; }

    public bool IgnoresQuery => Parameter is null && !ReadsAll;

    /// <summary>The part of a request's query that the page reads, as it stands in its key; null where the request bypasses the cache.</summary>
    public string? Query(HttpRequest request)
    {
        if (!request.QueryString.HasValue || IgnoresQuery)
        {
            return string.Empty;
        }

        return ReadsAll ? null
            : Values.FirstOrDefault(value => string.Equals(value, request.Query[Parameter!], StringComparison.OrdinalIgnoreCase)) is { } known ? $"?{Parameter}={known}"
            : string.Empty;
    }
}

internal static class PageCacheEndpoints
{
    extension<TBuilder>(TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Caches the pages of these addresses.</summary>
        public TBuilder CachePage() => endpoints.WithMetadata(new PageCachePolicy());

        /// <param name="parameter">What of the query makes another page.</param>
        /// <param name="values">The values that do, in lower case.</param>
        public TBuilder CachePage(string parameter, params string[] values) => endpoints.WithMetadata(new PageCachePolicy { Parameter = parameter, Values = values });

        /// <summary>Caches them where the request has no query.</summary>
        public TBuilder CachePageWithoutQuery() => endpoints.WithMetadata(new PageCachePolicy { ReadsAll = true });
    }
}
