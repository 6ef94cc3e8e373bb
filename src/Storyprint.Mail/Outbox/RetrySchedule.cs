namespace Storyprint.Mail.Outbox;

/// <summary>When a mail that failed is tried again: soon at first, then ever later, for about two days, as RFC 5321 (4.5.4.1) advises.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <param name="attempts">How often it was tried, this time included.</param>
    /// <returns>Null where it is given up.</returns>
    public static TimeSpan? After(int attempts) => attempts >= 1 && attempts <= Waits.Length ? Waits[attempts - 1] : null;
}
