using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class BackgroundQueueTests
{
    [Fact]
    public async Task Items_are_processed_in_order_and_one_beyond_the_capacity_is_refused()
    {
        using var queue = new Recorder(capacity: 3);
        Assert.True(queue.Add(1) && queue.Add(2) && queue.Add(3));
        Assert.False(queue.Add(4));
        await queue.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], await queue.TakeAsync(3));
        Assert.True(queue.Add(5));
        Assert.Equal([5], await queue.TakeAsync(1));
        await queue.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(queue.ExecuteTask!.IsCompletedSuccessfully);
    }

    private sealed class Recorder(int capacity) : BackgroundQueue<int>(capacity)
    {
        private readonly System.Threading.Channels.Channel<int> processed = System.Threading.Channels.Channel.CreateUnbounded<int>();

        public bool Add(int item) => TryEnqueue(item);

        public async Task<List<int>> TakeAsync(int count)
        {
            var items = new List<int>();
            while (items.Count < count)
            {
                items.Add(await processed.Reader.ReadAsync(TestContext.Current.CancellationToken));
            }

            return items;
        }

        protected override Task ProcessAsync(int item, CancellationToken cancellation) => processed.Writer.WriteAsync(item, cancellation).AsTask();
    }
}
