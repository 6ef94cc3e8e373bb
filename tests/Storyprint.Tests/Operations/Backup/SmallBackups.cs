using Storyprint.Newsroom.Releases;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Links;
using Storyprint.Tests.Serving;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Operations.Backup;

/// <summary>What tests of backups and moves do with a small publication.</summary>
internal static class SmallBackups
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    extension(SmallInstallation small)
    {
        public async Task<BackupOutcome.Done> BackUpAsync(string target, bool withKeys = false, IProgress<StepProgress>? progress = null)
        {
            await using IBackup backup = target.EndsWith(".tar", StringComparison.Ordinal) ? BackupInFile.ForWriting(target) : BackupInFolder.ForWriting(target).Backup!;
            return Assert.IsType<BackupOutcome.Done>(await new BackUpPublication(small.Installation, TimeProvider.System, progress).RunAsync(TestActor.Editor, backup, withKeys, Cancellation));
        }

        public async Task ReleaseAsync(string headline)
        {
            var store = new ReleaseStore(small.Installation.Database, small.Installation.Log, TimeProvider.System);
            Assert.IsType<ReleaseOutcome.Done>(
                await new PublishStory(store, TestPublication.Settings).RunAsync(TestActor.Editor, ReleaseFixture.Text(headline), Slug.From(headline), null, null, Cancellation));
        }

        // A picture of one colour: what it shows does not matter here.
        public async Task<string> PictureAsync(int side)
        {
            using var bitmap = new SkiaSharp.SKBitmap(side, side);
            using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
            var pictures = new PictureStore(small.Installation.Database, small.Installation.Media, TimeProvider.System);
            return Assert.IsType<PictureOutcome.Kept>(await pictures.AddAsync(data.ToArray(), Cancellation)).Hash;
        }
    }
}

/// <summary>Hears of every step as it is made.</summary>
internal sealed class Told(Action<StepProgress> hear) : IProgress<StepProgress>
{
    public void Report(StepProgress value) => hear(value);
}
