using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class CachedQueryTests
{
    private static readonly CachedQuery Plain = new();
    private static readonly CachedQuery Paper = new() { Parameter = "paper", Values = ["a4", "letter"] };
    private static readonly CachedQuery Whole = new() { ReadsAll = true };

    [Theory]
    [InlineData("", "")]
    [InlineData("?utm_source=x", "")]
    public void A_page_that_reads_nothing_of_a_query_has_one_key(string query, string expected) => Assert.Equal(expected, Plain.Key(Request(query)));

    [Theory]
    [InlineData("?paper=letter", "?paper=letter")]
    [InlineData("?paper=LETTER&x=1", "?paper=letter")]
    [InlineData("?paper=papyrus", "")]
    [InlineData("?x=1", "")]
    public void A_page_that_reads_one_parameter_has_a_key_for_each_known_value(string query, string expected) => Assert.Equal(expected, Paper.Key(Request(query)));

    [Fact]
    public void A_page_that_may_read_all_of_a_query_is_cached_without_one_alone()
    {
        Assert.Equal("", Whole.Key(Request("")));
        Assert.Null(Whole.Key(Request("?p=1")));
    }

    [Fact]
    public void A_SyntheticRequest_carries_path_and_query_and_nothing_of_the_client()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var original = new DefaultHttpContext { RequestServices = services };
        original.Request.Path = "/news/1";
        original.Request.QueryString = new QueryString("?utm_source=x");
        original.Request.Headers.Cookie = "secret=1";
        original.Request.RouteValues["code"] = "1";
        original.SetEndpoint(new Endpoint(null, null, "story"));
        var request = SyntheticRequest.CreateLike(original, "?paper=a4", Stream.Null);
        Assert.Equal("/news/1", request.Request.Path.Value);
        Assert.Equal("?paper=a4", request.Request.QueryString.Value);
        Assert.Equal("1", request.Request.RouteValues["code"]);
        Assert.Equal("story", request.GetEndpoint()?.DisplayName);
        Assert.Empty(request.Request.Headers);
        Assert.Same(services, request.RequestServices);
        Assert.NotNull(request.Features.Get<IHttpResponseBodyFeature>());
    }

    private static HttpRequest Request(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query.Length == 0 ? null : query);
        return context.Request;
    }
}
