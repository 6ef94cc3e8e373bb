using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Storyprint.Storage.Engine;

/// <summary>A pooled connection with its prepared statements: preparing costs as much as running. Disposing returns it to the pool.</summary>
internal sealed class SqliteSession(string connectionString, ConcurrentBag<SqliteSession> idle) : SqliteConnection(connectionString)
{
    // The pool is no larger: more connections than processors are in use only for moments.
    private const int MaxIdle = 16;

    // Texts generated for each call, such as filtered searches, must not fill the memory.
    private const int MaxKept = 200;

    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptCommand> commands = new(StringComparer.Ordinal);
    private bool isOut = true;
    private bool isClosing;

    /// <summary>Whether something is being written.</summary>
    public bool IsInTransaction => Transaction is not null;

    /// <summary>A session that somebody gave back, or null where there is none.</summary>
    public static SqliteSession? Take(ConcurrentBag<SqliteSession> idle)
    {
        if (!idle.TryTake(out var session))
        {
            return null;
        }

        session.isOut = true;
        return session;
    }

    /// <summary>A writing statement; prepared at its first run.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements[sql] = statement = new SqliteStatement(this, sql);
        }

        return statement;
    }

    /// <summary>A command for a query. Disposing caches it for the next query with the same text.</summary>
    public SqliteCommand Command(string sql)
    {
        var command = commands.Remove(sql, out var kept) ? kept : new KeptCommand(this, sql);
        command.Transaction = Transaction;
        return command;
    }

    /// <summary>Closes the connection itself.</summary>
    public void End()
    {
        isClosing = true;
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        base.Dispose(disposing: true);
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || isClosing)
        {
            base.Dispose(disposing);
        }
        else if (isOut)
        {
            isOut = false;
            if (State == System.Data.ConnectionState.Open && Transaction is null && idle.Count < MaxIdle)
            {
                idle.Add(this);
            }
            else
            {
                End();
            }
        }
    }

    private sealed class KeptCommand : SqliteCommand
    {
        private readonly SqliteSession session;

        public KeptCommand(SqliteSession session, string sql)
            : base(sql, session) => this.session = session;

        protected override void Dispose(bool disposing)
        {
            if (disposing && !session.isClosing && session.commands.Count < MaxKept && session.commands.TryAdd(CommandText, this))
            {
                return;
            }

            base.Dispose(disposing);
        }
    }
}
