"""What the account needs beyond moto: each module adds or mends one thing by replacing methods of moto's classes."""

from . import (
    activity_streams,
    backup_selections,
    bucket_policies,
    certificate_authorities,
    contributor_insights,
    dax,
    db2,
    default_groups,
    denial,
    engine_versions,
    event_subscriptions,
    function_logging,
    global_clusters,
    instances,
    key_rotation,
    managed_keys,
    managed_secrets,
    option_groups,
    parameters,
    proxies,
    recovery_points,
    replicas,
    replicated_backups,
    scaling_tags,
    security_baseline,
    snapshots,
    stack_sets,
    state_machines,
    streaming_destinations,
    subnets,
)


def install() -> None:
    denial.install()
    engine_versions.install()
    managed_keys.install()
    key_rotation.install()
    managed_secrets.install()
    instances.install()
    activity_streams.install()
    default_groups.install()
    parameters.install()
    option_groups.install()
    db2.install()
    snapshots.install()
    event_subscriptions.install()
    function_logging.install()
    proxies.install()
    global_clusters.install()
    certificate_authorities.install()
    replicated_backups.install()
    backup_selections.install()
    bucket_policies.install()
    recovery_points.install()
    replicas.install()
    scaling_tags.install()
    streaming_destinations.install()
    contributor_insights.install()
    subnets.install()
    dax.install()
    security_baseline.install()
    stack_sets.install()
    state_machines.install()
