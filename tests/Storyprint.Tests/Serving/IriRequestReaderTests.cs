using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Storyprint.Serving;

namespace Storyprint.Tests.Serving;

public sealed class IriRequestReaderTests
{
    private const string Plain = "GET /news/1 HTTP/1.1\r\nHost: ledger.example\r\nX-Name: Élan\r\n\r\n";
    private const string Iri = "GET /news/1/کتابخانه?q=é HTTP/1.1\r\nHost: ledger.example\r\n\r\n";
    private const string Uri = "GET /news/1/%DA%A9%D8%AA%D8%A7%D8%A8%D8%AE%D8%A7%D9%86%D9%87?q=%C3%A9 HTTP/1.1\r\nHost: ledger.example\r\n\r\n";
    private const string Post = "POST /é HTTP/1.1\r\nContent-Length: 8\r\n\r\nGET /é\r\n";
    private const string WithBody = "GET /a HTTP/1.1\r\ncontent-LENGTH: 7\r\n\r\nGET /é ";

    public static TheoryData<string, string> Connections => new()
    {
        { Plain, Plain },
        { Iri, Uri },
        { Iri + Plain + Iri, Uri + Plain + Uri },
        { Plain + Plain.Replace("GET", "HEAD", StringComparison.Ordinal) + Iri, Plain + Plain.Replace("GET", "HEAD", StringComparison.Ordinal) + Uri },
        { Post + Iri, Post + Iri },
        { Iri + Post + Iri, Uri + Post + Iri },

        // What follows such a head could be a body.
        { WithBody + Iri, WithBody + Iri },
        { Iri + "GET /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + Iri, Uri + "GET /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + Iri },
        { "PRI * HTTP/2.0\r\n\r\nGET /é", "PRI * HTTP/2.0\r\n\r\nGET /é" },
        { "GETé /", "GETé /" },
        { "", "" },
        { "G", "G" },
    };

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task Request_lines_are_encoded_and_nothing_else_however_the_bytes_come(string sent, string expected)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            Assert.Equal(expected, await ReadAsync(Encoding.UTF8.GetBytes(sent), new Random(seed), largest: seed % 5 == 0 ? 500 : 1 + (seed % 40)));
        }
    }

    [Theory]
    [InlineData("GET /é HTTP/1.1\r\n", true)]
    [InlineData("GET /e HTTP/1.1\r\nX: é\r\n", false)]
    [InlineData("PUT /é HTTP/1.1\r\n", false)]
    public void RequestLineScanner_finds_what_is_to_be_encoded_in_one_piece_or_byte_by_byte(string bytes, bool isFound)
    {
        Assert.Equal(isFound, new RequestLineScanner().Scan(Encoding.UTF8.GetBytes(bytes), null));
        var scanner = new RequestLineScanner();
        var found = false;
        foreach (var one in Encoding.UTF8.GetBytes(bytes))
        {
            found |= scanner.Scan([one], null);
        }

        Assert.Equal(isFound, found);
    }

    [Fact]
    public async Task A_read_can_be_cancelled_and_the_connection_read_on()
    {
        var pipe = new Pipe();
        var reader = new IriRequestReader(pipe.Reader);
        for (var round = 0; round < 3; round++)
        {
            var pending = reader.ReadAsync(TestContext.Current.CancellationToken);
            reader.CancelPendingRead();
            var cancelled = await pending;
            Assert.True(cancelled.IsCanceled);
            reader.AdvanceTo(cancelled.Buffer.Start, cancelled.Buffer.End);
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Iri), TestContext.Current.CancellationToken);
            var read = await reader.ReadAsync(TestContext.Current.CancellationToken);
            Assert.Equal(Uri, Encoding.UTF8.GetString(read.Buffer));
            reader.AdvanceTo(read.Buffer.End);
        }

        await pipe.Writer.CompleteAsync();
        Assert.True((await reader.ReadAsync(TestContext.Current.CancellationToken)).IsCompleted);
        reader.Complete();
    }

    // As a server reads: it looks at more than it takes, and takes some of it.
    private static async Task<string> ReadAsync(byte[] sent, Random random, int largest)
    {
        var pipe = new Pipe();
        var reader = new IriRequestReader(pipe.Reader);
        var writing = Task.Run(async () =>
        {
            for (var at = 0; at < sent.Length;)
            {
                var length = Math.Min(random.Next(1, largest + 1), sent.Length - at);
                await pipe.Writer.WriteAsync(sent.AsMemory(at, length));
                at += length;
            }

            await pipe.Writer.CompleteAsync();
        });
        var taking = new Random(largest);
        var got = new List<byte>();
        while (true)
        {
            var read = await reader.ReadAsync(TestContext.Current.CancellationToken);
            var take = read.IsCompleted ? read.Buffer.Length : taking.NextInt64(0, read.Buffer.Length + 1);
            got.AddRange(read.Buffer.Slice(0, take).ToArray());
            reader.AdvanceTo(read.Buffer.GetPosition(take), taking.Next(3) == 0 && take > 0 ? read.Buffer.GetPosition(take) : read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await writing;
        reader.Complete();
        return Encoding.UTF8.GetString([.. got]);
    }
}
