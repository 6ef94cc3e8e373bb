using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Storyprint.EndToEnd.Nodes;

/// <summary>nginx in front of several nodes, as docs/administrators.md sets it up.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly Process nginx;

    private Balancer(Process nginx, Uri address) => (this.nginx, Address) = (nginx, address);

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? Missing => Program is null ? "nginx is not installed (Debian: nginx-light); the test of many nodes is left out." : null;

    private static string? Program { get; } = ((string[])["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"]).FirstOrDefault(File.Exists);

    public Uri Address { get; }

    public static async Task<Balancer> StartAsync(string folder, IEnumerable<int> ports)
    {
        Directory.CreateDirectory(folder);
        var port = FreePort();
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root root;" : "")}}
            worker_processes 1;
            error_log {{folder}}/error.log warn;
            pid {{folder}}/nginx.pid;
            events { worker_connections 512; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              upstream newsroom {
                {{string.Join(' ', ports.Select(node => string.Create(CultureInfo.InvariantCulture, $"server 127.0.0.1:{node} max_fails=1 fail_timeout=2s;")))}}
              }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://newsroom;
                  proxy_set_header Host $http_host;
                  proxy_connect_timeout 1s;
                  proxy_next_upstream error timeout;
                }
              }
            }
            """);
        var nginx = Process.Start(new ProcessStartInfo(Program!, ["-c", file, "-p", folder, "-e", Path.Combine(folder, "error.log")]))!;
        var balancer = new Balancer(nginx, new Uri($"http://127.0.0.1:{port}"));
        using var client = new HttpClient { BaseAddress = balancer.Address };
        while (!nginx.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                return balancer;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException("nginx stopped.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        nginx.Kill(entireProcessTree: true);
        await nginx.WaitForExitAsync();
        nginx.Dispose();
    }
}
