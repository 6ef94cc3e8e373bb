using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Storyprint.Mail.Smtp;

namespace Storyprint.Tests.Mail;

/// <summary>A real mail server on loopback, which keeps what it takes.</summary>
internal sealed class TestMailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private TestMailServer(int port, string? password)
    {
        Port = port;
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Box(this));
        services.Add(new DelegatingMailboxFilter((SmtpServer.Mail.IMailbox to, SmtpServer.Mail.IMailbox _) => !Refused.Contains($"{to.User}@{to.Host}")));
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((_, given) => given == password));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).AllowUnsecureAuthentication().AuthenticationRequired(password is not null);
        }).Build();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port { get; }

    /// <summary>Everything it took, in the order in which it came.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>Addresses it does not know.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>Whether it says that it cannot take anything just now.</summary>
    public bool IsFull { get; set; }

    public SmtpServerSettings Settings => new() { Host = "127.0.0.1", Port = Port, From = "desk@example.org", FromName = "The Harbour Ledger" };

    /// <param name="password">The password it asks for; null where it asks for none.</param>
    public static async Task<TestMailServer> StartAsync(string? password = null)
    {
        var server = new TestMailServer(FreePort(), password);
        while (!server.running.IsCompleted)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, server.Port);
                return server;
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }

        await server.running;
        throw new InvalidOperationException("The mail server stopped.");
    }

    /// <summary>Waits until it has taken some mails.</summary>
    public async Task<IReadOnlyList<MimeMessage>> WaitAsync(int count, CancellationToken cancellation)
    {
        while (Taken.Count < count)
        {
            await Task.Delay(50, cancellation);
        }

        return [.. Taken];
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // That was asked for.
        }

        stop.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Box(TestMailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, System.Buffers.ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (server.IsFull)
            {
                return new SmtpResponse(SmtpReplyCode.InsufficientStorage, "No room just now");
            }

            using var bytes = new MemoryStream();
            foreach (var part in buffer)
            {
                bytes.Write(part.Span);
            }

            bytes.Position = 0;
            server.Taken.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
