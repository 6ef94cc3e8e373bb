using Microsoft.AspNetCore.Http;

namespace Storyprint.Web.Limits;

/// <summary>How many large bodies are in memory at once. Each stays until its request is answered.</summary>
internal static class LargeBodies
{
    private const int Places = 8;
    private const int Small = 512 << 10;

    private static readonly SemaphoreSlim Free = new(Places);

    /// <summary>Takes a place for a body that is large, or does not say how large it is; a small one needs none.</summary>
    public static Place Take(HttpRequest request) => request.ContentLength <= Small ? new Place(isTaken: true, isHeld: false) : Free.Wait(0) ? new Place(isTaken: true, isHeld: true) : new Place(isTaken: false, isHeld: false);

    public sealed class Place(bool isTaken, bool isHeld) : IDisposable
    {
        /// <summary>False where all are taken.</summary>
        public bool IsTaken => isTaken;

        public void Dispose()
        {
            if (isHeld)
            {
                Free.Release();
            }
        }
    }
}
