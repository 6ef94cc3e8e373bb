using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Frame;

/// <summary>The newsroom's navigation: the rooms that a person may enter.</summary>
internal static class NewsroomRooms
{
    /// <returns>Each with its path and the key of its name.</returns>
    public static IEnumerable<(string Path, string Key)> For(Permissions permissions)
    {
        yield return ("/", "nav.today");
        yield return ("/stories", "nav.stories");
        yield return ("/pictures", "nav.pictures");
        if (permissions.Holds(Grant.Front))
        {
            yield return ("/front", "nav.front");
        }

        if (permissions.Holds(Grant.Site))
        {
            yield return ("/settings", "nav.settings");
        }

        if (permissions.Holds(Grant.People))
        {
            yield return ("/people", "nav.people");
        }

        if (permissions.Holds(Grant.Record))
        {
            yield return ("/record", "nav.record");
        }

        if (permissions.Role == Role.Administrator)
        {
            yield return (Machine[0].Path, "nav.machine");
        }
    }

    /// <summary>The pages of the room for whoever looks after the machine; the first is where one enters.</summary>
    public static IReadOnlyList<(string Path, string Key)> Machine { get; } = [("/health", "health"), ("/backups", "backups"), ("/import", "import"), ("/mail", "mail"), ("/keys", "keys")];
}
