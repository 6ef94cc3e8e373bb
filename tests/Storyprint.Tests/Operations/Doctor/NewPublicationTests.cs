using Storyprint.Operations.Doctor;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Doctor;

public sealed class NewPublicationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_publication_is_new_until_its_first_start(bool isPrepared)
    {
        using var small = await SmallInstallation.CreateAsync(isPrepared);
        Assert.Equal(!isPrepared, NewPublication.Is(small.Installation));
    }
}
