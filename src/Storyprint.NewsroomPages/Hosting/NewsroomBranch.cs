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
    // As many as there are addresses by which it is reached: two or three. With another provider of sign-in it is made anew.
    private readonly ConcurrentDictionary<NewsroomOrigin, (string Provider, Lazy<NewsroomApplication> Made)> applications = new();

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
                if (publication.Newest.NewsroomPublicAddress is { } own && string.Equals(context.Request.Host.Value, new Uri(own.Origin).Authority, StringComparison.OrdinalIgnoreCase)
                    && !Shared.Any(folder => context.Request.Path.StartsWithSegments(folder)))
                {
                    context.Request.Path = NewsroomOrigin.SharedPath + context.Request.Path;
                }

                return rest(context);
            });
            next(app);
        };
    }

    internal NewsroomApplication Application(NewsroomOrigin origin, Publication publication)
    {
        var provider = publication.OpenIdConnect is { } named ? JsonSerializer.Serialize(named, PublicationJson.Default.PublicationOpenIdConnect) : string.Empty;
        return applications.AddOrUpdate(origin, Make, (each, known) => known.Provider == provider ? known : Make(each)).Made.Value;

        (string, Lazy<NewsroomApplication>) Make(NewsroomOrigin each) => (provider, new Lazy<NewsroomApplication>(() => new NewsroomApplication(parts(), each)));
    }

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
            await Application(origin, publication).InvokeAsync(context);
        }
        finally
        {
            (context.Request.Path, context.Request.PathBase) = (path, pathBase);
        }
    }
}
