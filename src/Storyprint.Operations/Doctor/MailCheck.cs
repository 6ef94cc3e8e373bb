using System.Globalization;
using Storyprint.Storage.Engine;

namespace Storyprint.Operations.Doctor;

/// <summary>Whether the newsroom's mail goes out.</summary>
internal static class MailCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    public static async Task<DoctorFinding> RunAsync(Installation installation, DateTimeOffset now, CancellationToken cancellation)
    {
        if (installation.Publication.Mail.Server.Length == 0)
        {
            return DoctorFinding.Ok("mail", "No mail server is named: links are handed on by whoever makes them.");
        }

        await using var connection = await installation.Database.OpenAsync(cancellation);
        var dead = await connection.ScalarAsync<long>("SELECT COUNT(*) FROM outgoing_mail WHERE state = 3", cancellation);
        var late = await connection.ScalarAsync<long>("SELECT COUNT(*) FROM outgoing_mail WHERE state = 1 AND created_at < @since", cancellation, ("@since", (now - Late).ToUnixTimeMilliseconds()));
        return dead + late == 0
            ? DoctorFinding.Ok("mail", $"Mail goes out by {installation.Publication.Mail.Server}.")
            : DoctorFinding.Warning(
                "mail", string.Create(CultureInfo.InvariantCulture, $"Mails given up: {dead}; mails that have waited for more than an hour: {late}."),
                "The newsroom's page of mail says why, sends a test, and tries them again.");
    }
}
