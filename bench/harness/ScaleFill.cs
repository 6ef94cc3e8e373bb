using System.Diagnostics;
using System.Threading.Channels;
using SkiaSharp;
using Storyprint.Operations;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Releases;

namespace Storyprint.Bench;

/// <summary>
/// Fills a publication with generated stories through the store that imports use: four in five English, the others Persian; pictures that many share;
/// one story in twenty revised. A folder that holds some already is filled up.
/// </summary>
internal static class ScaleFill
{
    private const int Batch = 1000;
    private const int Pictures = 40;
    private const int RevisedOneIn = 20;

    public static async Task RunAsync(string data, int stories)
    {
        var (opened, problem) = Installation.Open(data);
        var installation = opened ?? throw new InvalidOperationException(problem);
        if (await installation.PrepareAsync() is { } refused)
        {
            throw new InvalidOperationException(refused.Sentence);
        }

        var imports = new ImportStore(installation.Database, installation.Log, TimeProvider.System);
        var pictures = await PicturesAsync(new PictureStore(installation.Database, installation.Media, TimeProvider.System));
        var first = (int)await imports.CountAsync();
        var watch = Stopwatch.StartNew();
        var batches = Channel.CreateBounded<List<PreparedStory>>(2);
        var making = Task.Run(() => CreateAsync(batches.Writer, pictures, first, stories));
        var written = 0;
        await foreach (var batch in batches.Reader.ReadAllAsync())
        {
            await imports.SaveAsync(
                ReleaseContext.FromMachineUser(ReleaseMeans.Import), batch, installation.Publication.FirstStoryNumber, new ImportSession(new ImportRules { Note = new ReleaseNote("What is new.") }));
            written += batch.Count;
            if (written % 20_000 < batch.Count)
            {
                Console.WriteLine($"  {first + written:N0} of {stories:N0}, {written / watch.Elapsed.TotalSeconds:N0} a second");
            }
        }

        await making;
        await imports.OptimizeAsync();
        Console.WriteLine($"  tidied after {watch.Elapsed.TotalSeconds:N1} s in all");
        installation.Database.CloseIdle();
    }

    private static async Task CreateAsync(ChannelWriter<List<PreparedStory>> batches, (string, int, int)[] pictures, int first, int stories)
    {
        var (latin, persian) = (new Archive(first + 1), new Archive(first + 2, Archive.Persian));
        for (var from = first; from < stories; from += Batch)
        {
            var numbers = Enumerable.Range(from, Math.Min(Batch, stories - from)).ToList();
            PreparedStory Of(int number, int revision)
            {
                (string, int, int)? picture = number % 5 < 2 ? pictures[number % Pictures] : null;
                return PreparedStory.Create(number % 5 == 4 ? persian.Story("fa", number, revision, picture) : latin.Story("en", number, revision, picture));
            }

            await batches.WriteAsync([.. numbers.Select(number => Of(number, 1))]);
            await batches.WriteAsync([.. numbers.Where(number => number % RevisedOneIn == 0).Select(number => Of(number, 2))]);
        }

        batches.Complete();
    }

    private static async Task<(string, int, int)[]> PicturesAsync(PictureStore store)
    {
        var kept = new List<(string, int, int)>();
        for (var number = 0; number < Pictures; number++)
        {
            using var bitmap = new SKBitmap(1200, 800);
            using var canvas = new SKCanvas(bitmap);
            canvas.Clear(SKColor.FromHsl(number * 9, 40, 60));
            using var paint = new SKPaint { Color = SKColors.White };
            canvas.DrawCircle(100 + (number * 25), 400, 90, paint);
            using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
            var picture = (PictureOutcome.Kept)await store.AddAsync(jpeg.ToArray());
            kept.Add((picture.Hash, picture.Width, picture.Height));
        }

        return [.. kept];
    }
}
