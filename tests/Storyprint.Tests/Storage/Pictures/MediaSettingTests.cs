using Storyprint.Storage.Pictures;

namespace Storyprint.Tests.Storage.Pictures;

public sealed class MediaSettingTests
{
    [Fact]
    public void A_setting_is_a_folder_a_bucket_or_nothing()
    {
        Assert.Equal("/data/media/originals/aa/aa", Assert.IsType<MediaFolder>(MediaSetting.Open(null, "/data")).OriginalPath("aa"));
        Assert.Equal("/srv/pictures/originals/aa/aa", Assert.IsType<MediaFolder>(MediaSetting.Open("/srv/pictures", "/data")).OriginalPath("aa"));
        Assert.Equal(new BucketAddress("b", "", null, null), BucketAddress.Read("s3://b"));
        Assert.Equal(
            new BucketAddress("b", "some/where/", "https://s3.example.org", "eu-north-1"), BucketAddress.Read("s3://b/some/where/?endpoint=https%3A%2F%2Fs3.example.org&region=eu-north-1"));
    }

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3://b?endpoint=s3.example.org")]
    [InlineData("s3://b?secret=x")]
    public void A_bucket_that_cannot_be_meant_is_refused(string setting) => Assert.Throws<InvalidOperationException>(() => BucketAddress.Read(setting));
}
