using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Storyprint.Web.Site;

/// <summary>Route constraint for the language of an edition. A regex in the route itself would be compiled at every start.</summary>
internal sealed partial class EditionRouteConstraint : IRouteConstraint
{
    public const string Name = "edition";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string text && Tag().IsMatch(text);

    [GeneratedRegex(@"\A[a-z]{2,3}(-[a-z0-9]{2,8})*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
