using Microsoft.AspNetCore.Http;
using Storyprint.Web.Site;

namespace Storyprint.Tests.Web.Site;

/// <summary>Which queries OldAddresses (an OldAddress each) and WordPressAddresses are asked for; what they answer is held by the promise of old addresses.</summary>
public sealed class OldAddressMiddlewareTests
{
    [Theory]
    [InlineData("/", "?p=801", true)]
    [InlineData("/en/search", "?id=82", true)]
    [InlineData("/en/search", "?q=ferry&page=2", false)]
    [InlineData("/", "?q=node/12", true)]
    [InlineData("/news/1/print", "?paper=a4", false)]
    [InlineData("/", "?utm_source=a&fbclid=b", false)]
    [InlineData("/", "?utm_source=a&p=1", true)]
    [InlineData("/", "?", false)]
    [InlineData("/", "", false)]
    public void A_query_that_no_page_of_ours_reads_may_be_an_old_address(string path, string query, bool may)
    {
        var context = new DefaultHttpContext();
        (context.Request.Path, context.Request.QueryString) = (path, new QueryString(query));
        Assert.Equal(may, OldAddressMiddleware.MayBeOfQuery(context.Request));
    }
}
