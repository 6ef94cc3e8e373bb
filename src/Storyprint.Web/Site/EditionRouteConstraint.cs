using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Storyprint.Web.Site;

/// <summary>
/// What can be the language of an edition in an address. A pattern written into the route instead would be compiled at every start.
/// </summary>
internal sealed partial class EditionRouteConstraint : IRouteConstraint
{
    public const string Name = "edition";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string text && Tag().IsMatch(text);

    [GeneratedRegex(@"\A[a-z]{2,3}(-[a-z0-9]{2,8})*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
