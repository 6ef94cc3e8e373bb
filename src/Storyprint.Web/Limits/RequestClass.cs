using Microsoft.AspNetCore.Builder;

namespace Storyprint.Web.Limits;

/// <summary>What a request costs. Each class has a bound of its own (<see cref="RequestBound"/>), so that a flood of one leaves room for the others.</summary>
public enum RequestClass
{
    /// <summary>Answered from memory: assets. No bound.</summary>
    InMemory,

    /// <summary>A page, a feed or a file of the log that is not in the page cache: a few reads by key and a rendering.</summary>
    Page,

    /// <summary>A search or a comparison of two revisions.</summary>
    Search,

    /// <summary>A copy that is compared with what was published.</summary>
    Check,

    /// <summary>A rendition of a picture, a social image, a mark as pixels.</summary>
    Picture,

    /// <summary>A page of the newsroom: whatever readers ask for, those who work have room of their own.</summary>
    Newsroom,
}

public static class RequestClassEndpoints
{
    /// <summary>Says what requests of these addresses cost.</summary>
    public static TBuilder InClass<TBuilder>(this TBuilder endpoints, RequestClass requestClass)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new RequestClassMetadata(requestClass));
}

/// <summary>Metadata of every endpoint of the site; a test fails for one without it.</summary>
internal sealed record RequestClassMetadata(RequestClass Class);
