using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Storyprint.Storage.Engine;

/// <summary>Plain SQL with named parameters, the same on both engines.</summary>
public static class Sql
{
    extension(DbConnection connection)
    {
        /// <summary>All rows of a query.</summary>
        public Task<List<T>> QueryAsync<T>(
            string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] parameters) =>
            connection.ReadAsync(
                sql,
                parameters,
                async reader =>
                {
                    var rows = new List<T>();
                    while (await reader.ReadAsync(cancellation))
                    {
                        rows.Add(read(reader));
                    }

                    return rows;
                },
                cancellation);

        /// <summary>The first row of a query, or the default where there is none.</summary>
        public Task<T?> FirstAsync<T>(
            string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] parameters) =>
            connection.ReadAsync(sql, parameters, async reader => await reader.ReadAsync(cancellation) ? read(reader) : default, cancellation);

        /// <summary>The first column of the first row, or the default where there is none or it is null.</summary>
        public Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters) =>
            connection.FirstAsync(sql, row => row.GetValue(0) is T value ? value : default, cancellation, parameters);

        /// <summary>The number of rows changed.</summary>
        public async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
        {
            await using var command = connection.Command(sql, parameters);
            return await command.ExecuteNonQueryAsync(cancellation);
        }

        private async Task<T> ReadAsync<T>(
            string sql, (string Name, object? Value)[] parameters, Func<DbDataReader, Task<T>> read, CancellationToken cancellation)
        {
            using var interrupt = SqliteInterrupt.On(connection, cancellation);
            try
            {
                await using var command = connection.Command(sql, parameters);
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                return await read(reader);
            }
            catch (SqliteException fault) when (SqliteInterrupt.Caused(fault, cancellation))
            {
                throw new OperationCanceledException(fault.Message, fault, cancellation);
            }
        }

        private DbCommand Command(string sql, (string Name, object? Value)[] parameters)
        {
            // A cached command keeps its parameters, and the same text names the same ones.
            var command = connection is SqliteSession session ? session.Command(sql) : connection.CreateCommand();
            if (command.Parameters.Count > 0 && command.Parameters.Count == parameters.Length)
            {
                foreach (var (name, value) in parameters)
                {
                    command.Parameters[name].Value = SqlValue.From(value);
                }

                return command;
            }

            command.CommandText = sql;
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = SqlValue.From(value);
                command.Parameters.Add(parameter);
            }

            return command;
        }
    }

    extension(DbDataReader reader)
    {
        public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        public DateTimeOffset Instant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

        public DateTimeOffset? InstantOrNull(int column) => reader.IsDBNull(column) ? null : reader.Instant(column);
    }
}
