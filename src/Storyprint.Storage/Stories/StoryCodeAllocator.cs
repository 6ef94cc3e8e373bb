using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Stories;

/// <summary>Allocates story codes in order, inside one transaction; none is ever given twice.</summary>
/// <param name="transaction">Must hold the write lock, so that nobody else allocates codes meanwhile.</param>
/// <param name="firstNumber">The number, without check digit, of the publication's first story of its own.</param>
internal sealed class StoryCodeAllocator(DbTransaction transaction, long firstNumber)
{
    private readonly PreparedStatement isTaken = PreparedStatement.Prepare(transaction, "SELECT id FROM story WHERE code = @code");
    private readonly PreparedStatement isOldAddress = PreparedStatement.Prepare(transaction, "SELECT story_id FROM legacy_url WHERE path = @short OR path = @long");
    private readonly PreparedStatement readCounter = PreparedStatement.Prepare(transaction, "SELECT last_value FROM id_allocator WHERE name = 'story'");
    private readonly PreparedStatement writeCounter = PreparedStatement.Prepare(transaction,
        "INSERT INTO id_allocator (name, last_value) VALUES ('story', @last_value) ON CONFLICT (name) DO UPDATE SET last_value = @last_value");

    private long? lastNumber;

    public async Task<StoryCode> NextAsync(CancellationToken cancellation)
    {
        lastNumber ??= await readCounter.ScalarAsync(cancellation) is long kept ? kept : firstNumber - 1;
        while (true)
        {
            lastNumber++;
            var code = StoryCode.FromNumber(lastNumber.Value);

            // An imported story may already have the next code, or had it as the number in its address.
            if (!await IsTakenAsync(code, cancellation) && await isOldAddress.ScalarAsync(cancellation, ("@short", $"/{code.Digits}"), ("@long", $"/news/{code.Digits}")) is null)
            {
                return code;
            }
        }
    }

    public async Task<bool> IsTakenAsync(StoryCode code, CancellationToken cancellation) => await isTaken.ScalarAsync(cancellation, ("@code", code.Digits)) is not null;

    /// <summary>Stores the last number given out.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        if (lastNumber is { } number)
        {
            await writeCounter.RunAsync(cancellation, ("@last_value", number));
        }
    }
}
