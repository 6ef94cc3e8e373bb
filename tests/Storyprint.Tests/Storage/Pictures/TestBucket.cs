using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Storyprint.Tests.Storage.Pictures;

/// <summary>A bucket of a small S3 server from npm, in a process of its own.</summary>
internal sealed class TestBucket : IDisposable
{
    private const string Bucket = "pictures";

    private readonly Process server;

    private TestBucket(Process server, string endpoint) => (this.server, Endpoint) = (server, endpoint);

    public string Endpoint { get; }

    /// <summary>The bucket as a publication's settings name it.</summary>
    public string Setting => $"s3://{Bucket}/news?endpoint={Endpoint}&region=eu-north-1";

    /// <param name="folder">Where the server keeps what it is given.</param>
    public static async Task<TestBucket> StartAsync(string folder, CancellationToken cancellation)
    {
        var program = Repository.Path("tests/tools/node_modules/s3rver/bin/s3rver.js");
        Assert.SkipUnless(File.Exists(program), "s3rver is not installed: npm ci --prefix tests/tools");
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        // The keys that s3rver knows; they open nothing else.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
        var server = Process.Start(new ProcessStartInfo(
            "node", [program, "--directory", folder, "--address", "127.0.0.1", "--port", $"{port}", "--silent", "--configure-bucket", Bucket])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var bucket = new TestBucket(server, $"http://127.0.0.1:{port}");
        using var client = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(bucket.Endpoint, cancellation);
                return bucket;
            }
            catch (HttpRequestException) when (attempt < 300)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    public void Dispose()
    {
        server.Kill();
        server.Dispose();
    }
}
