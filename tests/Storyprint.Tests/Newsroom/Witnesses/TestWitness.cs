using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;
using Storyprint.Stories.Editions;

namespace Storyprint.Tests.Newsroom.Witnesses;

/// <summary>A small witness over HTTP: it is honest until a test gives it another <see cref="Answer"/>.</summary>
internal sealed class TestWitness : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestWitness(WebApplication app, string name) =>
        (this.app, Name, Key) = (app, name, SignerKey.FromSeed($"witness.test/{name}", NoteAlgorithm.Cosignature, SHA256.HashData(Encoding.UTF8.GetBytes($"test witness {name}"))));

    public string Name { get; }

    public SignerKey Key { get; }

    /// <summary>The size and root it cosigned last.</summary>
    public (long Size, Sha256Hash Root)? Last { get; set; }

    /// <summary>What its clock says; null for always the same.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Requests so far.</summary>
    public int Asked { get; private set; }

    /// <summary>What it answers instead of the truth; null for the truth.</summary>
    public Func<HttpContext, AddCheckpointRequest, Task>? Answer { get; set; }

    public string Url => app.Urls.Single();

    public PublicationWitness Setting => new() { Name = Name, Vkey = Key.Verifier.ToString(), Url = $"{Url}/" };

    public static async Task<TestWitness> StartAsync(string name = "w1")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var witness = new TestWitness(app, name);
        app.Run(witness.AnswerAsync);
        await app.StartAsync();
        return witness;
    }

    public static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Key.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Asked++;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (context.Request.Path != "/add-checkpoint" || context.Request.Method != "POST" || !AddCheckpointRequest.TryParse(body.ToArray(), out var request, out var reason))
        {
            await SayAsync(context, 400, "No checkpoint.\n");
            return;
        }

        await (Answer ?? HonestAsync)(context, request);
    }

    private Task HonestAsync(HttpContext context, AddCheckpointRequest request)
    {
        var last = Last ?? (0, default);
        var next = request.Checkpoint.Body;
        if (request.OldSize != last.Item1)
        {
            return SayAsync(context, 409, string.Create(CultureInfo.InvariantCulture, $"{last.Item1}\n"));
        }

        if (last.Item1 > 0 && !request.Proof.Verify(last.Item1, last.Item2, next.Size, next.Root))
        {
            return SayAsync(context, 422, "No.\n");
        }

        Last = (next.Size, next.Root);
        return SayAsync(context, 200, $"{Cosignature.Create(Key, request.Checkpoint, Time?.ToUnixTimeSeconds() ?? 1795376400)}\n");
    }
}
