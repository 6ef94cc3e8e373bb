using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Verification;

/// <summary>What is to be checked, and what is known beforehand.</summary>
internal sealed record SiteCheckRequest
{
    public required IPublishedSite Site { get; init; }

    public required StateFile State { get; init; }

    /// <summary>The log's key from a source other than the site; null where there is none.</summary>
    public VerifierKey? Key { get; init; }

    /// <summary>A policy of the auditor's own; null to take the publisher's word for it.</summary>
    public TrustPolicy? Policy { get; init; }

    /// <summary>Leave texts, receipts and pages out.</summary>
    public bool LogOnly { get; init; }

    /// <summary>Hold everything that readers see against what was sealed, and not a sample.</summary>
    public bool IsFull { get; init; }

    public IProgress<CheckProgress>? Progress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>How far a check is.</summary>
/// <param name="What">What is being read, in the plural.</param>
/// <param name="Done">How many were read.</param>
/// <param name="Total">How many there are.</param>
internal readonly record struct CheckProgress(string What, long Done, long Total);
