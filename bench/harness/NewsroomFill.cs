using Storyprint.NewsroomPages.SignIn;
using Storyprint.Operations;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.Bench;

/// <summary>Fills a newsroom beside its stories: drafts on four desks, a tenth of them with a comment, and people. What is there already is left.</summary>
internal static class NewsroomFill
{
    private static readonly string[] Desks = ["City", "Sea", "Culture", "Sport"];

    public static async Task RunAsync(string data, int drafts, int people)
    {
        var installation = Installation.Open(data).Installation ?? throw new InvalidOperationException($"There is no publication in {data}.");
        await installation.PrepareAsync();
        var (by, archive) = (ReleaseContext.FromMachineUser(ReleaseMeans.Import), new Archive(9));
        var stores = installation.Stores;
        if ((await stores.Drafts.LatestAsync(1)).Count == 0)
        {
            for (var from = 0; from < drafts; from += 1000)
            {
                List<PreparedStory> batch = [.. Enumerable.Range(from, Math.Min(1000, drafts - from)).Select(number => PreparedStory.Create(
                    archive.Story("en", number, 1, null) with { Source = $"draft:{number}", Status = StoryStatus.Draft, PublishedAt = null }))];
                await stores.Imports().SaveAsync(by, batch, installation.Publication.FirstStoryNumber, new ImportSession(new ImportRules { Note = null }));
            }
        }

        var desks = new DeskDirectory(installation.Database, TimeProvider.System);
        foreach (var desk in Desks)
        {
            await desks.SaveAsync(by, desk);
        }

        var slugs = (await desks.ListAsync()).Select(desk => desk.Slug).ToList();
        var at = 0;
        foreach (var draft in await stores.Drafts.LatestAsync(drafts))
        {
            await new StoryDesks(installation.Database, TimeProvider.System).HandOverAsync(by, draft.Code, slugs[at % slugs.Count]);
            if (at++ % 10 == 0)
            {
                await stores.DraftComments.AddAsync(draft.Code, new DraftComment { Id = Guid.CreateVersion7().ToString("n"), Author = "Maud", Text = "Is this the newest figure?" });
            }
        }

        var directory = new PersonDirectory(installation.Database, TimeProvider.System);
        foreach (var (name, role) in DemoPeople.All.Select(demo => (demo.UserName, demo.Role)).Concat(Enumerable.Range(0, people).Select(number => ($"person{number}", Role.Reporter))))
        {
            await directory.AddWithoutCredentialsAsync(new Person { UserName = name, DisplayName = name, Language = "en", Role = role, CreatedAt = DateTimeOffset.UtcNow });
        }

        installation.Database.CloseIdle();
    }
}
