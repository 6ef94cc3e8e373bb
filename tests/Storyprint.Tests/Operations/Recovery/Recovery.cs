using Storyprint.Operations.Recovery;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Recovery;

/// <summary>Recovers the log of a test's publication.</summary>
internal static class Recovery
{
    public static Task<RecoverResult> RunAsync(ReleaseFixture desk, IPublishedSite site, bool isTrial = false, bool withoutTexts = false) => new RecoverLog(
        desk.Database, desk.Log, new KeyFolder(desk.KeysPath), new MediaFolder(Path.Combine(desk.Folder, "media")), TestPublication.Settings, desk.Clock)
        .RunAsync(TestActor.Editor, site, isTrial, withoutTexts, TestContext.Current.CancellationToken);
}
