using System.Diagnostics;
using System.Globalization;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Search;

namespace Storyprint.Bench;

/// <summary>How long readers wait for a search: words from the most common to the rarest, alone, two together and as phrases, newest first and by relevance.</summary>
internal static class SearchBench
{
    /// <param name="setting">The database, as publication.json names it; it holds stories already.</param>
    /// <param name="words">Words to ask for, the most common first.</param>
    public static async Task RunAsync(string setting, IReadOnlyList<string> words, int rounds)
    {
        var database = DatabaseSetting.Open(setting, ".");
        var index = new SearchIndex(database);
        Console.WriteLine($"{"question",-34} {"p50",9} {"p95",9} {"found",6}");
        var all = new List<double>();
        foreach (var ranked in (bool[])[false, true])
        {
            foreach (var phrases in Questions(words))
            {
                var times = new List<double>();
                var found = 0;
                for (var round = 0; round <= rounds; round++)
                {
                    var watch = Stopwatch.StartNew();
                    found = (await index.FindAsync(new SearchQuery { Edition = "en", Phrases = phrases, ByRelevance = ranked }, 0, 11)).Stories.Count;
                    if (round > 0)
                    {
                        times.Add(watch.Elapsed.TotalMilliseconds);
                    }
                }

                all.AddRange(times);
                var asked = string.Join(" + ", phrases.Select(phrase => string.Join('-', phrase)));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{(ranked ? "best " : "newest ") + asked,-34} {Percentile.Median(times),6:0.0} ms {Percentile.Compute(times, 0.95),6:0.0} ms {found,6}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-34} {Percentile.Median(all),6:0.0} ms {Percentile.Compute(all, 0.95),6:0.0} ms"));
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Questions(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            yield return [[word]];
        }

        for (var at = 0; at + 1 < words.Count; at++)
        {
            yield return [[words[at]], [words[at + 1]]];
            yield return [[words[at], words[at + 1]]];
        }
    }
}
