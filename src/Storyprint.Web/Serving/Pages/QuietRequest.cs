using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Storyprint.Web.Serving.Pages;

/// <summary>
/// A request that nobody sent: for a page that is rendered for all who ask for it. It knows nothing of any of them and does not end when
/// one of them goes away.
/// </summary>
internal static class QuietRequest
{
    /// <param name="body">Takes what is answered.</param>
    public static HttpContext Make(IServiceProvider services, string path, string query, Stream body)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = "https",
            Protocol = HttpProtocol.Http11,
            Path = path,
            QueryString = query,
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        return new DefaultHttpContext(features) { RequestServices = services };
    }

    /// <summary>The same, already led to where a reader's request was.</summary>
    public static HttpContext MakeLike(HttpContext asked, string query, Stream body)
    {
        var quiet = Make(asked.RequestServices, asked.Request.Path.Value!, query, body);
        quiet.SetEndpoint(asked.GetEndpoint());
        quiet.Request.RouteValues = new RouteValueDictionary(asked.Request.RouteValues);
        return quiet;
    }
}
