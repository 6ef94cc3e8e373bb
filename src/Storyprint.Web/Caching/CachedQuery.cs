using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Storyprint.Web.Caching;

/// <summary>Endpoint metadata: its pages are cached, and this is the part of the query that makes a different page. Everything else in a query is ignored.</summary>
internal sealed record CachedQuery
{
    /// <summary>The one parameter that makes a different page; null where none does.</summary>
    public string? Parameter { get; init; }

    /// <summary>The values of <see cref="Parameter"/> that make a different page, in lower case.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether only requests without a query are cached: any parameter may make a different page.</summary>
    public bool ReadsAll { get; init; }

    public bool IsIgnored => Parameter is null && !ReadsAll;

    /// <summary>The request's query as part of the cache key, such as <c>?paper=a4</c>; null where the request bypasses the cache.</summary>
    public string? Key(HttpRequest request)
    {
        if (!request.QueryString.HasValue || IsIgnored)
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
        /// <summary>Caches the pages of these endpoints; their query is ignored.</summary>
        public TBuilder CachePage() => endpoints.WithMetadata(new CachedQuery());

        /// <summary>Caches a page for each of these values of a query parameter.</summary>
        /// <param name="values">In lower case.</param>
        public TBuilder CachePage(string parameter, params string[] values) => endpoints.WithMetadata(new CachedQuery { Parameter = parameter, Values = values });

        /// <summary>Caches the pages of requests without a query.</summary>
        public TBuilder CachePageWithoutQuery() => endpoints.WithMetadata(new CachedQuery { ReadsAll = true });
    }
}
