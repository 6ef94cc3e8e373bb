using System.CommandLine;
using Storyprint.Commands.Settings;
using Storyprint.Operations;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Commands;

/// <summary>Settings on the command line: what was typed, and what is answered.</summary>
public class SettingsCommandTests : IAsyncLifetime
{
    public sealed class OnPostgres : SettingsCommandTests, IOnPostgres;

    private SmallInstallation small = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => small = await SmallInstallation.CreateAsync();

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("editions.en.tagline", "News & more", "\"News & more\"")]
    [InlineData("editions.en.tagline", "24", "\"24\"")]
    [InlineData("editions.en.tagline", "«خبر»", "\"«خبر»\"")]
    [InlineData("editions.en.tagline", "\"quoted\"", "\"quoted\"")]
    [InlineData("editions.en.tagline", "a \"b\"", "\"a \\\"b\\\"\"")]
    [InlineData("pageCacheMegabytes", "48", "48")]
    [InlineData("publishesOriginals", "true", "true")]
    [InlineData("cdn", "null", "null")]
    [InlineData("editions.en.calendar", "Jalali", "\"Jalali\"")]
    [InlineData("editions", "[ \"en\" ]", "[\"en\"]")]
    public async Task SettingText_is_read_as_it_is_typed(string key, string typed, string json)
    {
        Assert.True(SettingKey.TryParse(key, out var parsed));
        Assert.Equal((json, ""), await SettingText.ReadAsync(parsed, typed, Cancellation));
    }

    [Fact]
    public async Task SettingText_is_read_from_a_file()
    {
        var path = Path.Combine(small.Folder, "about.md");
        await File.WriteAllTextAsync(path, "# Us\n\nWe write.", Cancellation);
        Assert.Equal("\"# Us\\n\\nWe write.\"", (await SettingText.ReadAsync(SettingKey.Of("en", "about"), $"@{path}", Cancellation)).Json);
        Assert.Null((await SettingText.ReadAsync(SettingKey.Of("en", "about"), $"@{path}.none", Cancellation)).Json);
    }

    [Theory]
    [InlineData("database", "belongs to this machine")]
    [InlineData("adress", "is no setting")]
    public void SettingText_says_why_a_name_is_no_setting(string key, string sentence) => Assert.Contains(sentence, SettingText.UnknownKey(key), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_set_is_kept_with_its_history_and_exported_again()
    {
        Assert.Equal((0, "Changed: editions.en.tagline. In force on every node within a second.\n"), await RunAsync("set", "editions.en.tagline", "By hand", "--reason", "a try"));
        Assert.Equal((0, "It had that value already.\n"), await RunAsync("set", "editions.en.tagline", "By hand"));
        Assert.Equal((0, "By hand\n"), await RunAsync("show", "editions.en.tagline"));
        Assert.Contains("\neditions.en.tagline            \"By hand\"\n", (await RunAsync("list")).Said, StringComparison.Ordinal);
        Assert.Contains($"{Environment.UserName}@{Environment.MachineName} (command line): a try\n       editions.en.tagline: \"News of a test\" → \"By hand\"\n", (await RunAsync("history", "editions.en.tagline")).Said, StringComparison.Ordinal);
        foreach (var (command, sentence) in (IEnumerable<(string, string)>)[
            ("set editions.en.timeZone Mars/North", "is not known here"), ("set database Host=elsewhere", "belongs to this machine"), ("show nothing", "is no setting"),
            ("history nothing", "is no setting"), ("revert 100000", "There is no change 100000")])
        {
            var (code, said) = await RunAsync(command.Split(' '));
            Assert.Equal(1, code);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }

        var change = (await small.Installation.Stores.Settings.HistoryAsync(null, 1, Cancellation)).Single();
        Assert.Equal(("\"By hand\"", "a try", $"{Environment.UserName}@{Environment.MachineName}"), (change.Value, change.Reason, change.ChangedBy));
        var exported = Path.Combine(small.Folder, "exported", "publication.json");
        Directory.CreateDirectory(Path.GetDirectoryName(exported)!);
        Assert.Equal((0, ""), await RunAsync("export", "--to", exported));
        var (again, problem) = Installation.Open(Path.GetDirectoryName(exported)!);
        Assert.True(again is not null, problem);
        Assert.Empty(again.SettingWarnings);
        Assert.Equal(("By hand", ""), (again.Publication.MainEdition.Tagline, again.Publication.Database));
        var first = (await small.Installation.Stores.Settings.HistoryAsync(SettingKey.Of("en", "tagline"), 9, Cancellation))[^1];
        Assert.Equal(0, (await RunAsync("revert", $"{first.Id}")).Code);
        await small.Installation.Current.RefreshAsync(small.Installation.Stores.Settings, Cancellation);
        Assert.Equal("News of a test", small.Installation.Publication.MainEdition.Tagline);
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var parsed = new RootCommand { SettingsCommand.Create() }.Parse(["settings", .. arguments, "--data", small.Folder]);
        return (await parsed.InvokeAsync(new InvocationConfiguration { Output = said, Error = said }, Cancellation), said.ToString());
    }
}
