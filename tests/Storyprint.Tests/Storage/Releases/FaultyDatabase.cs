using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Search;

namespace Storyprint.Tests.Storage.Releases;

/// <summary>A real database whose connection breaks at the step a test names: before a statement, before the commit, or after it.</summary>
internal sealed class FaultyDatabase(Database inner) : Database
{
    /// <summary>Statements and commits until the fault; below zero there is none.</summary>
    public int StepsLeft { get; set; } = -1;

    /// <summary>Whether a commit that is to fail is carried out all the same, so that its outcome is unknown to the caller.</summary>
    public bool CommitsAllTheSame { get; set; }

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) => new Connection(await inner.OpenAsync(cancellation), this);

    /// <summary>Whether the clock of a real server is asked; tests set their own, and most have nothing to do with it.</summary>
    public bool AsksServerClock { get; set; }

    /// <summary>A clock of the database's server to be told instead.</summary>
    public TimeProvider? ServerClock { get; set; }

    public override async Task<DateTimeOffset?> ClockAsync(DbConnection connection, CancellationToken cancellation = default) =>
        AsksServerClock ? await inner.ClockAsync(((Connection)connection).Inner, cancellation) : ServerClock?.GetUtcNow();

    public override void CloseIdle() => inner.CloseIdle();

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default) =>
        new Transaction(await inner.BeginWriteAsync(((Connection)connection).Inner, cancellation), (Connection)connection, this);

    public override Task MigrateAsync(CancellationToken cancellation = default) => inner.MigrateAsync(cancellation);

    public override Task<bool> IsCurrentAsync(CancellationToken cancellation = default) => inner.IsCurrentAsync(cancellation);

    public override Task<IReadOnlyList<string>> EraseRemnantsAsync(CancellationToken cancellation = default) => inner.EraseRemnantsAsync(cancellation);

    public override Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation) => inner.WatchAsync(tell, cancellation);

    public override Task<string?> CopyToAsync(string target, IProgress<StepProgress>? progress, CancellationToken cancellation) =>
        inner.CopyToAsync(target, progress, cancellation);

    public override FullText FullText => inner.FullText;

    public override BulkTransfer Moves => inner.Moves;

    public override bool BlocksCaller => inner.BlocksCaller;

    public override bool IsUnavailable(Exception fault) => inner.IsUnavailable(fault);

    internal override void ObserveLogSize(long logSize) => inner.ObserveLogSize(logSize);

    public override bool IsBusy(Exception fault) => inner.IsBusy(fault);

    public override string? Problem(DbException fault) => fault is Fault ? null : inner.Problem(fault);

    private bool IsTime() => StepsLeft >= 0 && StepsLeft-- == 0;

    private void Step()
    {
        if (IsTime())
        {
            throw new Fault();
        }
    }

    internal override Task<string> IdentityAsync(DbConnection connection, CancellationToken cancellation = default) => inner.IdentityAsync(((Connection)connection).Inner, cancellation);

    internal sealed class Fault() : DbException("The connection broke.");

    private sealed class Connection(DbConnection inner, FaultyDatabase database) : DbConnection
    {
        public DbConnection Inner { get; } = inner;

        [AllowNull]
        public override string ConnectionString { get => Inner.ConnectionString; set => Inner.ConnectionString = value; }

        public override string Database => Inner.Database;

        public override string DataSource => Inner.DataSource;

        public override string ServerVersion => Inner.ServerVersion;

        public override ConnectionState State => Inner.State;

        public override void ChangeDatabase(string databaseName) => Inner.ChangeDatabase(databaseName);

        public override void Close() => Inner.Close();

        public override void Open() => Inner.Open();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(Inner.BeginTransaction(isolationLevel), this, database);

        protected override DbCommand CreateDbCommand() => new Command(Inner.CreateCommand(), database);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class Transaction(DbTransaction inner, Connection connection, FaultyDatabase database) : DbTransaction
    {
        public DbTransaction Inner { get; } = inner;

        public override IsolationLevel IsolationLevel => Inner.IsolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
            var broken = database.IsTime();
            if (!broken || database.CommitsAllTheSame)
            {
                Inner.Commit();
            }

            if (broken)
            {
                throw new Fault();
            }
        }

        public override void Rollback() => Inner.Rollback();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class Command(DbCommand inner, FaultyDatabase database) : DbCommand
    {
        [AllowNull]
        public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

        public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

        public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

        public override bool DesignTimeVisible { get => inner.DesignTimeVisible; set => inner.DesignTimeVisible = value; }

        public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

        protected override DbConnection? DbConnection { get => inner.Connection; set => inner.Connection = value; }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction = (value as Transaction)?.Inner ?? value; }

        public override void Cancel() => inner.Cancel();

        public override void Prepare() => inner.Prepare();

        public override int ExecuteNonQuery()
        {
            database.Step();
            return inner.ExecuteNonQuery();
        }

        public override object? ExecuteScalar()
        {
            database.Step();
            return inner.ExecuteScalar();
        }

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            database.Step();
            return inner.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
