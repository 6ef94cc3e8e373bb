using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Storyprint.Storage.Search;

/// <summary>
/// How much one search may cost where the database works on the caller's own thread: processor time of that thread, so that others who are at work
/// at the same time do not make what is found less; and a second altogether, for a disk that is slow.
/// </summary>
internal sealed partial class SearchBudget(TimeSpan max)
{
    /// <summary>With the step during which it is spent, and the rendering, a search stays under 50 ms.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan MaxElapsed = TimeSpan.FromSeconds(1);

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly TimeSpan before = ThreadTime();

    public TimeSpan Spent => ThreadTime() - before;

    public bool IsSpent => Spent > max || Stopwatch.GetElapsedTime(began) > MaxElapsed;

    private static TimeSpan ThreadTime() => OperatingSystem.IsLinux() && ClockGetTime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : Stopwatch.GetElapsedTime(0);

    // CLOCK_THREAD_CPUTIME_ID of clock_gettime(2).
    private const int ThreadClock = 3;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
