using Storyprint.Operations.Backup;

namespace Storyprint.Tests.Operations.Backup;

public sealed class RestoreTargetTests : IDisposable
{
    private const string Server = "Host=db.example.org;Database=ledger;Username=desk;Password=secret";

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-place-").FullName;

    [Theory]
    [InlineData("", null)]
    [InlineData("sqlite:news.db", "media")]
    public void Settings_that_name_what_is_in_the_folder_stay_as_they_are(string database, string? media)
    {
        var place = RestoreTarget.Create(TestPublication.Settings with { Database = database, Media = media }, folder, null);
        Assert.Equal((null, null), (place.FormerDatabase, place.FormerMedia));
        Assert.Empty(place.Changes());
    }

    [Theory]
    [InlineData(Server)]
    [InlineData("postgres://desk:secret@db.example.org/ledger")]
    [InlineData("sqlite:/srv/elsewhere/news.db")]
    [InlineData("sqlite:../news.db")]
    [InlineData("a newer kind of setting")]
    public void A_database_elsewhere_is_not_named_any_more_and_no_password_is_shown(string database)
    {
        var place = RestoreTarget.Create(TestPublication.Settings with { Database = database }, folder, null);
        Assert.NotNull(place.FormerDatabase);
        Assert.DoesNotContain("secret", place.FormerDatabase, StringComparison.Ordinal);
        Assert.Equal([("database", (string?)"sqlite:storyprint.db")], place.Changes());
    }

    [Theory]
    [InlineData("s3://pictures/news")]
    [InlineData("/srv/pictures")]
    [InlineData("pictures")]
    public void Pictures_elsewhere_are_not_named_any_more(string media)
    {
        var place = RestoreTarget.Create(TestPublication.Settings with { Media = media }, folder, null);
        Assert.Equal(media, place.FormerMedia);
        Assert.Equal([("media", (string?)null)], place.Changes());
    }

    [Fact]
    public void A_new_server_takes_the_place_of_the_old_one() =>
        Assert.Equal([("database", (string?)"Host=new.example.org")], RestoreTarget.Create(TestPublication.Settings with { Database = Server }, folder, "Host=new.example.org").Changes());

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
