using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>nginx on an archive's folder, with the server block of the archive's own README.txt.</summary>
internal sealed partial class HostedArchive : IAsyncDisposable
{
    private readonly Process nginx;
    private readonly string folder;

    private HostedArchive(Process nginx, string folder, Uri address)
    {
        (this.nginx, this.folder) = (nginx, folder);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? Missing => Program is null || MediaTypes is null ? "nginx is not installed (Debian: nginx-light); the test of an archive that it hosts is left out." : null;

    private static string? Program { get; } = ((string[])["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"]).FirstOrDefault(File.Exists);

    private static string? MediaTypes { get; } = ((string[])["/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types"]).FirstOrDefault(File.Exists);

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public static async Task<HostedArchive> StartAsync(TestArchive archive)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-nginx-").FullName;
        var port = FreePort();
        var server = ServerBlock().Match(archive.Read("README.txt")).Value;
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root root;" : "")}}
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            events { worker_connections 64; }
            http {
              access_log off;
              include {{MediaTypes}};
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
            {{server.Replace("server {", $"server {{ listen 127.0.0.1:{port};", StringComparison.Ordinal).Replace("/srv/archive", archive.Folder, StringComparison.Ordinal)}}
            }
            """);
        var nginx = Process.Start(new ProcessStartInfo(Program!, ["-c", file, "-p", folder, "-e", Path.Combine(folder, "error.log")]) { RedirectStandardError = true })!;
        var hosted = new HostedArchive(nginx, folder, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
        while (!nginx.HasExited)
        {
            try
            {
                using var answer = await hosted.Client.GetAsync(new Uri("/robots.txt", UriKind.Relative));
                return hosted;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"nginx does not take the server block: {await nginx.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        nginx.Kill(entireProcessTree: true);
        await nginx.WaitForExitAsync();
        nginx.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^  server \{\n.*?^  \}\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ServerBlock();
}
