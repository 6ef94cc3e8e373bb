using System.Net;
using System.Net.Sockets;
using Storyprint.Operations.Doctor;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Doctor;

/// <summary>The doctor's checks one by one, on an installation without stories.</summary>
public sealed class ChecksTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MachineCheck_finds_a_port_that_is_taken_and_a_clock_that_is_behind_the_log()
    {
        using var small = await SmallInstallation.CreateAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var findings = MachineCheck.Run(small.Installation, "127.0.0.1", ((IPEndPoint)taken.LocalEndpoint).Port, new DateTimeOffset(1999, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToList();
        Assert.Contains(findings, finding => finding is { Point: "port", Severity: not DoctorSeverity.Ok });
        Assert.Contains(findings, finding => finding is { Point: "clock", Severity: DoctorSeverity.Problem });
        Assert.Contains(findings, finding => finding is { Point: "characters", Severity: DoctorSeverity.Ok });
        Assert.All(findings.Where(finding => finding.Severity != DoctorSeverity.Ok), finding => Assert.NotNull(finding.Advice));
    }

    [Fact]
    public async Task KeysCheck_finds_a_key_that_others_may_read()
    {
        using var small = await SmallInstallation.CreateAsync();
        Assert.All(KeysCheck.Run(small.Installation), finding => Assert.Equal(DoctorSeverity.Ok, finding.Severity));
        var key = Directory.EnumerateFiles(System.IO.Path.Combine(small.Folder, "keys"), "*.key").First();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        Assert.Contains(KeysCheck.Run(small.Installation), finding => finding.Severity == DoctorSeverity.Problem && finding.Sentence.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task BackupCheck_says_where_there_is_no_backup()
    {
        var finding = await BackupCheck.RunAsync("/nowhere/backup", DateTimeOffset.UnixEpoch, Cancellation);
        Assert.Equal(DoctorSeverity.Problem, finding.Severity);
        Assert.Contains("storyprint backup", finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MediaCheck_and_MarkCheck_are_content_with_a_publication_that_has_released_nothing()
    {
        using var small = await SmallInstallation.CreateAsync();
        Assert.Equal(DoctorSeverity.Ok, (await MediaCheck.RunAsync(small.Installation, isFull: true, null, Cancellation)).Severity);
        Assert.NotEqual(DoctorSeverity.Problem, (await new MarkCheck(small.Installation).RunAsync(Cancellation)).Severity);
        Assert.DoesNotContain(await new DatabaseCheck(small.Installation, isFull: true, DateTimeOffset.UtcNow, null).RunAsync(Cancellation), finding => finding.Severity == DoctorSeverity.Problem);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "")]
    [InlineData(HttpStatusCode.OK, "other.example/log\n1\n")]
    public async Task PublicAddressCheck_finds_a_server_that_does_not_answer_with_this_log(HttpStatusCode status, string body)
    {
        using var small = await SmallInstallation.CreateAsync();
        using var client = new HttpClient(new Answering(status, body));
        Assert.Equal(DoctorSeverity.Problem, (await PublicAddressCheck.RunAsync(small.Installation, client, Cancellation)).Severity);
    }

    private sealed class Answering(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
