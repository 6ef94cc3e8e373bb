using System.Net;
using Storyprint.Web.Limits;

namespace Storyprint.Tests.Web.Limits;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.5", "::ffff:203.0.113.5")]
    [InlineData("2001:db8:1:2::5", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    public void One_reader_is_one_however_the_address_is_written_and_a_household_of_version_six_is_one(string one, string other)
    {
        Assert.NotNull(ClientAddress.Network(IPAddress.Parse(one)));
        Assert.Equal(ClientAddress.Network(IPAddress.Parse(one)), ClientAddress.Network(IPAddress.Parse(other)));
    }

    [Theory]
    [InlineData("203.0.113.5", "203.0.113.6")]
    [InlineData("2001:db8:1:2::5", "2001:db8:1:3::5")]
    [InlineData("172.15.0.1", "172.32.0.1")]
    public void Others_are_others(string one, string other) =>
        Assert.NotEqual(ClientAddress.Network(IPAddress.Parse(one))!.Value, ClientAddress.Network(IPAddress.Parse(other))!.Value);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("10.0.0.5")]
    [InlineData("172.16.3.4")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    public void Behind_an_address_that_is_not_public_may_stand_all_readers(string address) => Assert.Null(ClientAddress.Network(IPAddress.Parse(address)));

    [Fact]
    public void No_address_is_nobody() => Assert.Null(ClientAddress.Network(null));
}
