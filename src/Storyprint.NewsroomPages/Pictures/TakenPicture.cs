using Microsoft.AspNetCore.Http;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Pictures;

namespace Storyprint.NewsroomPages.Pictures;

/// <summary>A picture that somebody of the newsroom brings: kept, and what its file says of it read.</summary>
internal static class TakenPicture
{
    public static async Task<PictureOutcome> AddAsync(NewsroomRequest request, IFormFile file)
    {
        if (file.Length is 0 or > PictureStore.MaxSize)
        {
            return new PictureOutcome.Refused(file.Length == 0 ? "The file is empty." : $"The file has {file.Length >> 20} MB; at most {PictureStore.MaxSize >> 20} MB are taken.");
        }

        using var stream = new MemoryStream((int)file.Length);
        await file.CopyToAsync(stream, request.Cancellation);
        var (stores, bytes) = (request.Service<Stores>(), stream.ToArray());
        var outcome = await stores.Pictures.AddAsync(bytes, request.Cancellation);
        if (outcome is PictureOutcome.Kept kept)
        {
            await stores.PictureExaminer.AddAsync(kept.Hash, bytes, request.Person.Id, request.Cancellation);
        }

        return outcome;
    }
}
