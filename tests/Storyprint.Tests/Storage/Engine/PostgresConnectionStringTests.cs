using Npgsql;
using Storyprint.Storage.Engine;

namespace Storyprint.Tests.Storage.Engine;

public sealed class PostgresConnectionStringTests
{
    [Theory]
    [InlineData("postgres://ed:p%40ss@db.example.org:5433/ledger?sslmode=require", "Host=db.example.org;Port=5433;Database=ledger;Username=ed;Password=p@ss;SSL Mode=Require")]
    [InlineData("postgresql://db.example.org/ledger", "Host=db.example.org;Database=ledger")]
    [InlineData("Host=a,b;Database=ledger", "Host=a,b;Database=ledger")]
    [InlineData("postgres://db.example.org/ledger?Passfile=/run/secrets/pg-pass", "Host=db.example.org;Database=ledger;Passfile=/run/secrets/pg-pass")]
    [InlineData("postgres://db.example.org/ledger?passfile=%2Frun%2Fpg-pass", "Host=db.example.org;Database=ledger;Passfile=/run/pg-pass")]
    [InlineData("postgres://db.example.org/ledger?sslmode=verify-full&sslrootcert=/etc/my-ca.pem", "Host=db.example.org;Database=ledger;SSL Mode=VerifyFull;Root Certificate=/etc/my-ca.pem")]
    [InlineData("postgres://db.example.org/ledger?sslmode=verify-ca", "Host=db.example.org;Database=ledger;SSL Mode=VerifyCA")]
    [InlineData("postgres://db.example.org/ledger?SSL%20Mode=verify-full", "Host=db.example.org;Database=ledger;SSL Mode=VerifyFull")]
    [InlineData("postgres://db.example.org/ledger?ssl=true", "Host=db.example.org;Database=ledger;SSL Mode=Require")]
    [InlineData("postgres://db.example.org/ledger?options=-c%20statement_timeout%3D5min%20-c%20geqo%3Doff", "Host=db.example.org;Database=ledger;Options=\"-c statement_timeout=5min -c geqo=off\"")]
    [InlineData("postgres://db.example.org/ledger?application_name=story-print", "Host=db.example.org;Database=ledger;Application Name=story-print")]
    [InlineData("postgres://db.example.org/ledger?Application%20Name=a%2Bb", "Host=db.example.org;Database=ledger;Application Name=a+b")]
    [InlineData("postgres://a.example.org:5433,b.example.org/ledger?target_session_attrs=read-write", "Host=\"a.example.org:5433,b.example.org\";Database=ledger;Target Session Attributes=read-write")]
    [InlineData("postgres://a,b,c/ledger?target_session_attrs=prefer-standby&load_balance_hosts=random", "Host=\"a,b,c\";Database=ledger;Target Session Attributes=prefer-standby;Load Balance Hosts=True")]
    [InlineData("postgres://a,b/ledger?port=5433", "Host=\"a:5433,b:5433\";Database=ledger")]
    [InlineData("postgres:///ledger?host=a,b&port=5433,5434", "Host=\"a:5433,b:5434\";Database=ledger")]
    [InlineData("postgres:///ledger?host=/var/run/postgresql", "Host=/var/run/postgresql;Database=ledger")]
    [InlineData("postgres://%2Fvar%2Frun%2Fpost-gresql/ledger", "Host=/var/run/post-gresql;Database=ledger")]
    [InlineData("postgres://[2001:db8::1]:5433/ledger", "Host=[2001:db8::1];Port=5433;Database=ledger")]
    [InlineData("postgres://[::1]/ledger", "Host=[::1];Database=ledger")]
    [InlineData("postgres://[::1]:5433,[::2]/ledger", "Host=\"[::1]:5433,[::2]\";Database=ledger")]
    [InlineData("postgres://r%C3%A9dac:s%3Ae%2Fc%3Fret@db/my%2Ddata%20base", "Host=db;Database=my-data base;Username=rédac;Password=s:e/c?ret")]
    [InlineData("postgres://ed@db/?dbname=ledger&password=p-w&connect_timeout=7", "Host=db;Database=ledger;Username=ed;Password=p-w;Timeout=7")]
    [InlineData("postgres://db/ledger?keepalives=1&keepalives_idle=30", "Host=db;Database=ledger;TCP Keepalive=True;TCP Keepalive Time=30")]
    [InlineData("postgres://db/ledger?Maximum%20Pool%20Size=40&pooling=false", "Host=db;Database=ledger;Maximum Pool Size=40;Pooling=False")]
    [InlineData("postgres://db/ledger?channel_binding=require&user=ed", "Host=db;Database=ledger;Channel Binding=Require;Username=ed")]
    public void An_address_says_what_libpq_and_npgsql_say(string setting, string meant)
    {
        var (read, expected) = (new NpgsqlConnectionStringBuilder(PostgresConnectionString.Parse(setting)), new NpgsqlConnectionStringBuilder(meant));
        Assert.Equal(Pairs(expected), Pairs(read));
    }

    [Fact]
    public async Task Where_the_hosts_are_told_apart_is_decided_by_the_program()
    {
        await using var one = new PostgresDatabase(PostgresConnectionString.Parse("postgres://db/ledger?target_session_attrs=read-write"));
        await using var several = new PostgresDatabase(PostgresConnectionString.Parse("postgres://a,b/ledger?target_session_attrs=any"));
        Assert.Same(one, one.ForReaders);
        Assert.NotSame(several, several.ForReaders);
    }

    private static IEnumerable<string> Pairs(NpgsqlConnectionStringBuilder settings) =>
        settings.Keys.Cast<string>().Where(settings.ShouldSerialize).Select(key => $"{key}={settings[key]}").Order(StringComparer.Ordinal);
}
