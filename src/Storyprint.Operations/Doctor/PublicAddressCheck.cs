using System.Net;

namespace Storyprint.Operations.Doctor;

/// <summary>Checks that the public address responds, and with this publication's log.</summary>
internal static class PublicAddressCheck
{
    private const string Point = "public address";

    public static async Task<DoctorFinding> RunAsync(Installation installation, HttpClient client, CancellationToken cancellation)
    {
        var address = $"{installation.Publication.PublicAddress.Origin}/log/checkpoint";
        try
        {
            using var answer = await client.GetAsync(address, cancellation);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return DoctorFinding.Problem(Point, $"{address} answers {(int)answer.StatusCode}.", "Look at the server in front and at 'storyprint serve'.");
            }

            var origin = (await answer.Content.ReadAsStringAsync(cancellation)).Split('\n')[0];
            var own = (await installation.Stores.Log.HeadAsync(cancellation))?.Checkpoint.Body.Origin;
            return origin == own
                ? DoctorFinding.Ok(Point, $"{address} answers with this log.")
                : DoctorFinding.Problem(Point, $"{address} answers with another log ({origin[..Math.Min(origin.Length, 80)]}).", "The address leads to another server or publication: look at DNS and at the server in front.");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return DoctorFinding.Problem(Point, $"{address} cannot be reached: {fault.Message}", "Look at DNS, the certificate, the firewall, and the server in front.");
        }
    }
}
