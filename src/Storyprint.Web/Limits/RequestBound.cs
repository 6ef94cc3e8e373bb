namespace Storyprint.Web.Limits;

/// <summary>How much of one class of requests is worked on at once.</summary>
/// <param name="Permits">Requests at work.</param>
/// <param name="Queue">Requests that wait for a permit, the oldest first; what is over it is told to come again.</param>
/// <param name="Threads">Threads of the class's own. Where the database blocks the thread that asks it there are as many as permits.</param>
/// <param name="TimeLimit">How long one may take, waiting not counted.</param>
internal sealed record RequestBound(int Permits, int Queue, int Threads, TimeSpan TimeLimit)
{
    /// <param name="blocks">Whether the database blocks the thread that asks it.</param>
    public static RequestBound For(RequestClass requestClass, bool blocks, int processors)
    {
        var half = Math.Max(1, processors / 2);
        return requestClass switch
        {
            // A server of the same machine gets as many processes to work as there are permits, and they share the processors with the pages in memory.
            RequestClass.Page when !blocks => new RequestBound(4 * processors, 256, processors, TimeSpan.FromSeconds(20)),
            RequestClass.Page => new RequestBound(processors, 256, processors, TimeSpan.FromSeconds(20)),

            // One that asks the database, while another waits for it.
            RequestClass.Search => new RequestBound(half, 16, half, TimeSpan.FromSeconds(5)),

            // A long text is compared with many, and everybody may send one.
            RequestClass.Check => new RequestBound(half, 16, half, TimeSpan.FromSeconds(10)),

            // The pages of a new archive ask for dozens of renditions at once, and each is made once for ever.
            RequestClass.Picture => new RequestBound(half, 256, half, TimeSpan.FromSeconds(30)),

            // A release may wait for others that write, and those who work wait for nobody else.
            RequestClass.Newsroom => new RequestBound(16, 256, blocks ? 16 : processors, TimeSpan.FromSeconds(150)),
            _ => throw new ArgumentOutOfRangeException(nameof(requestClass)),
        };
    }
}
