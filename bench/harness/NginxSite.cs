namespace Storyprint.Bench;

/// <summary>The same pages as files, packed beforehand, for nginx to send.</summary>
internal sealed class NginxSite(string folder)
{
    public string Root => Path.Combine(folder, "site");

    public void Add(string path, byte[] page, byte[] packed)
    {
        var file = Path.Combine(Root, Uri.UnescapeDataString(path).TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, page);
        File.WriteAllBytes($"{file}.gz", packed);
    }

    /// <param name="headers">Sent with every page beside nginx's own.</param>
    public Task<ServerProcess> StartAsync(IReadOnlyList<(string Name, string Value)> headers) => ServerProcess.StartAsync(port =>
    {
        var file = Path.Combine(folder, $"nginx-{port}.conf");
        File.WriteAllText(file, $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root root;" : "")}}
            worker_processes auto;
            error_log {{folder}}/error.log crit;
            pid {{folder}}/nginx-{{port}}.pid;
            events { worker_connections 1024; multi_accept on; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              tcp_nodelay on;
              keepalive_requests 1000000000;
              open_file_cache max=100000 inactive=60m;
              open_file_cache_valid 60m;
              default_type "text/html; charset=utf-8";
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              server { listen 127.0.0.1:{{port}}; root {{Root}}; gzip_static on; gzip_vary on; {{string.Concat(headers.Select(header => $"add_header {header.Name} \"{header.Value}\"; "))}}}
            }
            """);
        return ["nginx", "-c", file, "-p", folder, "-e", Path.Combine(folder, "error.log")];
    });
}
