using System.Security.Cryptography;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks that every picture named in the database exists and is intact.</summary>
internal static class MediaCheck
{
    public static async Task<DoctorFinding> RunAsync(Installation installation, bool isFull, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        var pictures = (await BackupCounts.ReadAsync(installation.Database, cancellation)).Pictures;
        var (missing, damaged) = (new List<string>(), new List<string>());
        foreach (var (index, picture) in pictures.Index())
        {
            var length = await installation.Media.LengthAsync(picture.Hash, cancellation);
            if (length is null)
            {
                missing.Add(picture.Hash);
            }
            else if (length != picture.Size || (isFull && !await IsWholeAsync(installation.Media, picture.Hash, cancellation)))
            {
                damaged.Add(picture.Hash);
            }

            progress?.Report(new StepProgress("pictures", index + 1, pictures.Count));
        }

        const string Advice = "Take these originals from a backup (media/originals), under the same names.";
        return missing.Count > 0 ? DoctorFinding.Problem("media", $"{missing.Count:N0} of {pictures.Count:N0} originals are missing: {Some(missing)}", Advice)
            : damaged.Count > 0 ? DoctorFinding.Problem("media", $"{damaged.Count:N0} of {pictures.Count:N0} originals are damaged: {Some(damaged)}", Advice)
            : DoctorFinding.Ok("media", $"{pictures.Count:N0} originals are there{(isFull ? ", each with its digest" : "")}.");
    }

    private static async Task<bool> IsWholeAsync(MediaStore media, string hash, CancellationToken cancellation)
    {
        await using var stream = await media.OpenOriginalAsync(hash, cancellation);
        try
        {
            return stream is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)) == hash;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string Some(List<string> hashes) => string.Join(", ", hashes.Take(3)) + (hashes.Count > 3 ? ", …" : "");
}
