using System.CommandLine;
using System.Text.Json;
using Storyprint.Commands.Drafts;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations.Sites;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Formats;
using Storyprint.Tests.NewsroomPages;
using Storyprint.Tests.People;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Commands;

/// <summary>Drafts from the command line: listed, shown, changed, looked at. (<c>StoryAnswer</c>, <c>StoryWords</c>, <c>StoryJsonLines</c>, <c>DraftEditing</c>, <see cref="DraftPreview"/>.)</summary>
public class DraftCommandsTests : IAsyncLifetime
{
    public sealed class OnPostgres : DraftCommandsTests, IOnPostgres;

    private readonly TrialFolder folder = new();
    private SmallInstallation small = null!;
    private StoryCode code;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        small = await SmallInstallation.CreateAsync();
        code = await NewsroomDrafts.AddAsync(small, "The harbour gates", "The gates open on *Monday*.");
    }

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A draft whose picture has no alternative text was a dead end here.</summary>
    [Fact]
    public async Task A_picture_without_alternative_text_holds_a_release_until_it_is_written_in_the_file()
    {
        var path = Path.Combine(folder.Root, "draft.md");
        File.Copy(Directory.EnumerateFiles(Repository.Path("demo/pictures"), "*.png").Order(StringComparer.Ordinal).First(), Path.Combine(folder.Root, "boat.png"));
        await SaidAsync("edit", code.Digits, "--out", path);
        await File.AppendAllTextAsync(path, "\n![](boat.png)\n", Cancellation);
        await SaidAsync("edit", code.Digits, "--in", path);
        Assert.Contains("Picture 1 has no alternative text", await SaidAsync("show", code.Digits), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("publish", code.Digits)).Code);

        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Cancellation)).Replace("![](", "![A ferry at the quay](", StringComparison.Ordinal), Cancellation);
        await SaidAsync("edit", code.Digits, "--in", path);
        Assert.Contains("Nothing holds its release.", await SaidAsync("show", code.Digits), StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("publish", code.Digits)).Code);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_state_section_person_desk_and_words()
    {
        await new NewsroomPeople(small.Installation.Database, small.Installation.Keys.Folder, TimeProvider.System).AddAsync("rosa", Storyprint.Stories.Workflow.Role.Reporter);
        var line = $"{code.Digits,-9} draft      The harbour gates";
        foreach (var typed in (string[])["list", "list --state draft", "list harbour", "list gates --section city --edition en", $"list {code}"])
        {
            Assert.Contains(line, await SaidAsync(typed.Split(' ')), StringComparison.Ordinal);
        }

        foreach (var typed in (string[])["list --state published", "list ferry", "list --section sea", "list --person rosa"])
        {
            Assert.DoesNotContain(code.Digits, await SaidAsync(typed.Split(' ')), StringComparison.Ordinal);
        }

        foreach (var typed in (string[])["list --section ctiy", "list --desk nowhere", "list --person nobody", "list --edition xx"])
        {
            Assert.Equal(1, (await RunAsync(typed.Split(' '))).Code);
        }
    }

    [Fact]
    public async Task A_long_list_says_how_many_more_there_are()
    {
        for (var number = 0; number < 41; number++)
        {
            await small.Installation.Stores.Drafts.BeginAsync(TestActor.Editor, new Storyprint.Stories.StoryContent { Language = "en", Headline = $"Ferry {number}" }, "UTC", 10_000, Cancellation);
        }

        Assert.Contains("and 2 more", await SaidAsync("list"), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(await SaidAsync("list", "--json")).RootElement.GetProperty("more").GetInt32());
    }

    [Fact]
    public async Task Programs_read_lists_and_stories_as_JSON()
    {
        var listed = JsonDocument.Parse(await SaidAsync("list", "--json")).RootElement.GetProperty("stories")[0];
        Assert.Equal((code.Digits, "draft", "The harbour gates"), (listed.GetProperty("code").GetString(), listed.GetProperty("state").GetString(), listed.GetProperty("headline").GetString()));
        var shown = JsonDocument.Parse(await SaidAsync("show", code.Digits, "--json")).RootElement;
        Assert.Equal("The gates open on *Monday*.\n", shown.GetProperty("markdown").GetString());
        Assert.Equal(0, shown.GetProperty("holds").GetArrayLength());
    }

    [Fact]
    public async Task A_preview_is_one_file_that_leads_to_the_public_address()
    {
        foreach (var print in (string[][])[[], ["--print"]])
        {
            var path = Path.Combine(folder.Root, "preview.html");
            await SaidAsync(["preview", code.Digits, "--out", path, .. print]);
            var page = await File.ReadAllTextAsync(path, Cancellation);
            Assert.Contains("The harbour gates", page, StringComparison.Ordinal);
            Assert.Contains("<style>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"/", page, StringComparison.Ordinal);
            Assert.DoesNotContain("src=\"/", page, StringComparison.Ordinal);
            Assert.DoesNotContain("rel=\"stylesheet\"", page, StringComparison.Ordinal);
        }

        Assert.Empty(await small.Installation.Stores.WorkList.FindAsync(new WorkFilter { Selection = WorkSelection.Published }, 9, Cancellation));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("preview")]
    [InlineData("edit")]
    public async Task Whoever_reads_a_draft_before_its_hour_is_recorded(string command)
    {
        await new ScheduleStory(small.Installation.Stores.Schedule, TimeProvider.System).RunAsync(TestActor.Editor, code, DateTimeOffset.UtcNow.AddDays(2), Cancellation);
        await SaidAsync([command, code.Digits, .. command == "show" ? (string[])[] : ["--out", Path.Combine(folder.Root, "out")]]);
        var act = Assert.Single(await small.Installation.Stores.Audit.FindAsync(new AuditSearch { Act = AuditAct.EmbargoedDraftRead.Word }, null, 9, Cancellation));
        Assert.Equal(code.Digits, act.Subject);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_kept_as_it_is()
    {
        var path = folder.Write("draft.md", "Words without fields.");
        Assert.Equal(2, (await RunAsync("edit", code.Digits, "--in", path)).Code);
        Assert.Equal("Words without fields.", await File.ReadAllTextAsync(path, Cancellation));
        Assert.NotEqual(0, (await RunAsync("edit", code.Digits, "--in", path, "--out", path)).Code);
    }

    [Fact]
    public async Task A_file_that_somebody_is_at_work_in_is_never_written_over()
    {
        var path = folder.Write("draft.md", "My words.");
        Assert.Equal(1, (await RunAsync("edit", code.Digits, "--out", path)).Code);
        Assert.Equal("My words.", await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task PersonalEditor_waits_for_the_editor_and_says_where_it_failed()
    {
        var path = folder.Write("a draft.md", "The gates open.");
        Assert.Null(await PersonalEditor.RunAsync("sed -i s/gates/doors/", path, Cancellation));
        Assert.Equal("The doors open.", await File.ReadAllTextAsync(path, Cancellation));
        Assert.Contains("ended with", await PersonalEditor.RunAsync("false", path, Cancellation), StringComparison.Ordinal);
    }

    private async Task<string> SaidAsync(params string[] words)
    {
        var (result, said) = await RunAsync(words);
        Assert.True(result == 0, $"{string.Join(' ', words)}: {said}");
        return said;
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] words)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var parsed = new RootCommand { CommandLineTests.All.Single(command => command.Name == words[0]) }.Parse([.. words, "--data", small.Folder]);
        return (await parsed.InvokeAsync(new InvocationConfiguration { Output = said, Error = said }, Cancellation), said.ToString());
    }
}
