using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Storyprint.Web.Caching;

/// <summary>A request of no client, for a page that is rendered for all who wait for it: it contains no client's data and is not aborted when one of them leaves.</summary>
internal static class SyntheticRequest
{
    /// <param name="body">Receives the response body.</param>
    public static HttpContext Create(IServiceProvider services, string path, string query, Stream body)
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

    /// <summary>The same, already routed to the endpoint of a reader's request.</summary>
    public static HttpContext CreateLike(HttpContext asked, string query, Stream body)
    {
        var request = Create(asked.RequestServices, asked.Request.Path.Value!, query, body);
        request.SetEndpoint(asked.GetEndpoint());
        request.Request.RouteValues = new RouteValueDictionary(asked.Request.RouteValues);
        return request;
    }
}
