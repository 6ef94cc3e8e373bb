using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class AcceptedEncodingsTests
{
    [Theory]
    [InlineData("gzip, deflate, br, zstd", true, true)]
    [InlineData("gzip", false, true)]
    [InlineData("br;q=0.5, gzip;q=0.9", false, true)]
    [InlineData("br;q=1.0, gzip;q=0.8, *;q=0.1", true, true)]
    [InlineData("GZIP, BR", true, true)]
    [InlineData("X-Gzip", false, true)]
    [InlineData("gzip;q=0", false, false)]
    [InlineData("identity", false, false)]
    [InlineData("*", true, true)]
    [InlineData("*;q=0, gzip", false, true)]
    [InlineData("br;q=nonsense", false, false)]
    [InlineData("", false, false)]
    public void The_header_says_what_the_client_takes(string header, bool brotli, bool gzip) =>
        Assert.Equal(new AcceptedEncodings(brotli, gzip), AcceptedEncodings.Read(header));
}
