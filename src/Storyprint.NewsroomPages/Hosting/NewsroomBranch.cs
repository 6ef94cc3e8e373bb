using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Web.Limits;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>Where the newsroom begins within the site: requests for its paths, or for its own host, and nothing else.</summary>
public sealed class NewsroomBranch(Func<NewsroomParts> parts)
{
    // As many as there are addresses by which it is reached, two or three, and settings of a provider.
    private readonly ConcurrentDictionary<(NewsroomOrigin, string), Lazy<NewsroomApplication>> applications = new();

    private static readonly string[] Shared = ["/assets", "/media", "/looks"];

    /// <summary>Maps the newsroom into the site.</summary>
    public void Map(WebApplication app) => app.Map($"{NewsroomOrigin.SharedPath}/{{**rest}}", InvokeAsync).InClass(RequestClass.Newsroom);

    /// <summary>Leads requests for the newsroom's own host to it, before the site looks at their paths.</summary>
    public sealed class HostFilter(CurrentPublication publication) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                // Style sheets, fonts, scripts and pictures are the same for both.
                if (publication.Newest.NewsroomPublicAddress is { } own && string.Equals(context.Request.Host.Value, own.Host, StringComparison.OrdinalIgnoreCase)
                    && !Shared.Any(folder => context.Request.Path.StartsWithSegments(folder)))
                {
                    context.Request.Path = NewsroomOrigin.SharedPath + context.Request.Path;
                }

                return rest(context);
            });
            next(app);
        };
    }

    internal NewsroomApplication Application(NewsroomOrigin origin, PublicationOpenIdConnect? provider) =>
        applications.GetOrAdd((origin, JsonSerializer.Serialize(provider)), _ => new Lazy<NewsroomApplication>(() => new NewsroomApplication(parts(), origin))).Value;

    private async Task InvokeAsync(HttpContext context)
    {
        var publication = context.RequestServices.GetRequiredService<CurrentPublication>().Value;
        if (NewsroomOrigin.Of(publication, context) is not { } origin)
        {
            await WrongAddress.WriteAsync(context, publication);
            return;
        }

        var (path, pathBase) = (context.Request.Path, context.Request.PathBase);
        context.Request.PathBase = origin.BasePath;
        context.Request.Path = path.StartsWithSegments(NewsroomOrigin.SharedPath, out var rest) && rest.HasValue ? rest : "/";
        try
        {
            await Application(origin, publication.OpenIdConnect).InvokeAsync(context);
        }
        finally
        {
            (context.Request.Path, context.Request.PathBase) = (path, pathBase);
        }
    }
}
