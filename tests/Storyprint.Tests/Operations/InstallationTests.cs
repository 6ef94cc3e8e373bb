using Storyprint.Operations;

namespace Storyprint.Tests.Operations;

public sealed class InstallationTests
{
    [Fact]
    public async Task Settings_that_say_only_what_they_must_get_the_defaults_for_the_rest()
    {
        var (publication, problem) = await OpenAsync("""{ "address": "https://news.example.org", "editions": [ { "language": "en", "name": "The Example" } ] }""");
        Assert.True(publication is not null, problem);
        Assert.Equal((1000, string.Empty), (publication.FirstStoryNumber, publication.Contact));
        Assert.Empty(publication.Witnesses);
        Assert.Empty(publication.TrustTxt);
        var edition = publication.MainEdition;
        Assert.Equal(("UTC", string.Empty, string.Empty, string.Empty), (edition.TimeZone, edition.Tagline, edition.ZoneName, edition.About));
        Assert.Empty(edition.Sections);
    }

    [Fact]
    public async Task Witnesses_that_cannot_be_used_are_named_at_the_start()
    {
        var (publication, problem) = await OpenAsync(
            """{ "address": "https://news.example.org", "editions": [ { "language": "en", "name": "E" } ], "witnesses": [ { "name": "library", "vkey": "nonsense", "url": "https://w.example" } ] }""");
        Assert.Null(publication);
        Assert.Contains("library", problem, StringComparison.Ordinal);
    }

    private static async Task<(Storyprint.Stories.Editions.Publication? Publication, string Problem)> OpenAsync(string settings)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-settings-").FullName;
        try
        {
            await File.WriteAllTextAsync(Installation.SettingsPath(folder), settings, TestContext.Current.CancellationToken);
            var (installation, problem) = Installation.Open(folder);
            return (installation?.Publication, problem);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
