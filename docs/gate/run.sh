#!/usr/bin/env bash
# A gate with configuration, a live exception, an expired one and remedies, on examples/insecure:
#   npm run sandbox -- bash docs/gate/run.sh
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run() {
  echo "\$ $*"
  "$@"
  echo "exit code $?"
  echo
}

run npx aws-secure-database config check docs/gate/pack.json
run npx aws-secure-database exceptions check docs/gate/exceptions.yaml

# The stack has never been deployed: a preview tells the URNs, even when it is blocked.
echo "\$ pulumi preview -C examples/insecure -s dev --json --policy-pack ../../policy-pack > $work/preview.json"
pulumi preview -C examples/insecure -s dev --json --policy-pack ../../policy-pack > "$work/preview.json"
echo "exit code $?"
echo
run npx aws-secure-database exceptions compile docs/gate/exceptions.yaml --config docs/gate/pack.json \
  --preview "$work/preview.json" --output "$work/compiled.json"
run cat "$work/compiled.json"

run pulumi preview -C examples/insecure -s dev --non-interactive --suppress-progress --suppress-outputs \
  --policy-pack ../../policy-pack --policy-pack-config "$work/compiled.json" --show-policy-exceptions
