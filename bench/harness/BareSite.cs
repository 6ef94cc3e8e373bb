using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Storyprint.Bench;

/// <summary>The framework's web server with nothing of ours: what it costs before a line of the program runs.</summary>
internal static class BareSite
{
    /// <summary>Answers one word.</summary>
    public static Task ServeAsync(int port) => RunAsync(port, context => context.Response.WriteAsync("bare"));

    /// <summary>Answers with the packed pages that lie in a folder, from memory.</summary>
    /// <param name="headerFile">JSON: the headers that the program sends beside those of HTTP itself.</param>
    public static Task ServeAsync(int port, string folder, string headerFile)
    {
        var added = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(headerFile))!.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value))).ToArray();
        var pages = Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories).ToDictionary(
            file => "/" + Path.GetRelativePath(folder, file)[..^".gz".Length], File.ReadAllBytes, StringComparer.Ordinal);
        return RunAsync(port, async context =>
        {
            if (!pages.TryGetValue(context.Request.Path.Value!, out var page))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            var headers = context.Response.Headers;
            (headers.ContentType, headers.ContentEncoding, headers.Vary) = (Html, Gzip, Encoding);
            headers.ContentLength = page.Length;
            foreach (var (name, value) in added)
            {
                headers[name] = value;
            }

            await context.Response.BodyWriter.WriteAsync(page);
        });
    }

    private static readonly StringValues Html = "text/html; charset=utf-8";
    private static readonly StringValues Gzip = "gzip";
    private static readonly StringValues Encoding = "Accept-Encoding";

    private static async Task RunAsync(int port, RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.Run(answer);
        await app.RunAsync();
    }
}
