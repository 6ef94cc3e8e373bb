using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Storage.Settings;
using Storyprint.Web.Limits;
using Storyprint.Web.Media;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Looks;

/// <summary>Routes of the publication's own pictures and colours.</summary>
internal static partial class LooksRoutes
{
    public static void MapLooks(this IEndpointRouteBuilder routes)
    {
        routes.MapReading(RequestClass.InMemory, "/looks/{light:length(6)}-{dark:length(6)}.css", (string light, string dark) => Colour().IsMatch(light) && Colour().IsMatch(dark)
            ? (IResult)new PageResult(Encoding.UTF8.GetBytes(Sheet(light, dark)), "text/css; charset=utf-8") { CacheControl = MediaRoutes.ForEver }
            : TypedResults.NotFound());
        routes.MapReading(RequestClass.InMemory, "/looks/{name}", (string name, CurrentPublication publication) => LooksAddresses.Find(publication.Value, name) is { } picture
            ? (IResult)new PageResult(picture.Bytes.ToArray(), picture.MediaType) { CacheControl = MediaRoutes.ForEver }
            : TypedResults.NotFound());
    }

    /// <summary>The style sheet of two shades, as its address names them.</summary>
    internal static string Sheet(string light, string dark) =>
        $":root {{ --accent: #{light}; }}\n@media (prefers-color-scheme: dark) {{ :root {{ --accent: #{dark}; }} }}\n";

    [GeneratedRegex(@"\A[0-9a-f]{6}\z")]
    private static partial Regex Colour();
}
