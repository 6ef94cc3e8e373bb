using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Accounts;

/// <summary>Reads and writes people's rows.</summary>
internal static class PersonRows
{
    private const string Columns =
        "p.id, p.user_name, p.normalized_user_name, p.display_name, p.email, p.language, p.role, p.grants, p.password_hash, p.security_stamp, p.two_factor_enabled, p.authenticator_key, p.created_at, p.disabled_at";

    /// <param name="where">A condition on <c>p</c>.</param>
    public static async Task<List<Person>> FindAsync(DbConnection connection, string where, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        var people = await connection.QueryAsync($"SELECT {Columns} FROM person p WHERE {where}", Read, cancellation, parameters);
        if (people.Count == 0)
        {
            return people;
        }

        var desks = await connection.QueryAsync(
            $"SELECT d.person_id, d.desk FROM person_desk d JOIN person p ON p.id = d.person_id WHERE {where} ORDER BY d.desk", row => (Person: row.GetString(0), Desk: row.GetString(1)), cancellation, parameters);
        var of = desks.ToLookup(row => row.Person, row => row.Desk);
        people.ForEach(person => person.Desks = [.. of[person.Id]]);
        return people;
    }

    public static Task InsertAsync(DbConnection connection, Person person, CancellationToken cancellation) => connection.ExecuteAsync(
        """
        INSERT INTO person (id, user_name, normalized_user_name, display_name, email, language, role, grants, password_hash, security_stamp, two_factor_enabled, authenticator_key, totp_step, created_at)
        VALUES (@id, @user, @normalized, @display, @email, @language, @role, @grants, @hash, @stamp, @two, @key, 0, @created)
        """,
        cancellation, [.. Account(person), ("@created", person.CreatedAt.ToUnixTimeMilliseconds()), .. Place(person)]);

    /// <summary>What Identity keeps of a person. What the person may do is changed elsewhere, so that neither overwrites the other.</summary>
    public static Task<int> UpdateAccountAsync(DbConnection connection, Person person, CancellationToken cancellation) => connection.ExecuteAsync(
        """
        UPDATE person SET user_name = @user, normalized_user_name = @normalized, password_hash = @hash, security_stamp = @stamp, two_factor_enabled = @two, authenticator_key = @key
        WHERE id = @id
        """,
        cancellation, Account(person));

    /// <summary>What the person is in the newsroom.</summary>
    public static async Task UpdatePlaceAsync(DbConnection connection, Person person, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(
            "UPDATE person SET display_name = @display, email = @email, language = @language, role = @role, grants = @grants, disabled_at = @disabled WHERE id = @id", cancellation,
            [("@id", person.Id), ("@disabled", person.DisabledAt?.ToUnixTimeMilliseconds()), .. Place(person)]);
        await WriteDesksAsync(connection, person, cancellation);
    }

    public static async Task WriteDesksAsync(DbConnection connection, Person person, CancellationToken cancellation)
    {
        await connection.ExecuteAsync("DELETE FROM person_desk WHERE person_id = @id", cancellation, ("@id", person.Id));
        foreach (var desk in person.Desks.Distinct(StringComparer.Ordinal))
        {
            await connection.ExecuteAsync("INSERT INTO person_desk (person_id, desk) VALUES (@id, @desk)", cancellation, ("@id", person.Id), ("@desk", desk));
        }
    }

    private static (string, object?)[] Account(Person person) =>
    [
        ("@id", person.Id), ("@user", person.UserName), ("@normalized", person.NormalizedUserName), ("@hash", person.PasswordHash), ("@stamp", person.SecurityStamp),
        ("@two", person.TwoFactorEnabled), ("@key", person.AuthenticatorKey),
    ];

    private static (string, object?)[] Place(Person person) =>
    [
        ("@display", person.DisplayName), ("@email", person.Email), ("@language", person.Language), ("@role", (int)person.Role),
        ("@grants", string.Join(' ', person.Grants.Select(grant => grant.Word).Order(StringComparer.Ordinal))),
    ];

    private static Person Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        UserName = row.GetString(1),
        NormalizedUserName = row.GetString(2),
        DisplayName = row.GetString(3),
        Email = row.TextOrNull(4),
        Language = row.GetString(5),
        Role = (Role)row.GetInt32(6),
        Grants = [.. row.GetString(7).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Grant.TryParse(word, out var grant) ? grant : null).OfType<Grant>()],
        PasswordHash = row.TextOrNull(8),
        SecurityStamp = row.GetString(9),
        TwoFactorEnabled = row.GetBoolean(10),
        AuthenticatorKey = row.TextOrNull(11),
        CreatedAt = row.Instant(12),
        DisabledAt = row.InstantOrNull(13),
    };
}
