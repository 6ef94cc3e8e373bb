using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Storyprint.Web.Serving.Pages;

/// <summary>Says of an address that its pages are kept, and what they read of a query. All else in a query makes no other page.</summary>
internal sealed record PageKeeping
{
    /// <summary>The one parameter its pages read.</summary>
    public string? Parameter { get; init; }

    /// <summary>The values that make a difference, in lower case.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether the whole query may mean something, so that only requests without one are kept.</summary>
    public bool ReadsAll { get; init; }

    public bool IgnoresQuery => Parameter is null && !ReadsAll;

    /// <summary>The part of a request's query that the page reads, as it stands in its key; null where the request is not for the shelf.</summary>
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

internal static class KeptEndpoints
{
    extension<TBuilder>(TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>The pages of these addresses are kept.</summary>
        public TBuilder Kept() => endpoints.WithMetadata(new PageKeeping());

        /// <param name="parameter">What of the query makes another page.</param>
        /// <param name="values">The values that do, in lower case.</param>
        public TBuilder Kept(string parameter, params string[] values) => endpoints.WithMetadata(new PageKeeping { Parameter = parameter, Values = values });

        /// <summary>Kept where the request has no query.</summary>
        public TBuilder KeptWithoutQuery() => endpoints.WithMetadata(new PageKeeping { ReadsAll = true });
    }
}
