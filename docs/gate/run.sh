#!/usr/bin/env bash
# A gate with configuration, a live exception, an expired one and remedies, on examples/insecure:
#   npm run sandbox -- bash docs/gate/run.sh
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pack=$PWD/policy-pack
run() {
  echo "\$ ${*//$work\//}" | sed "s#$PWD/##g"
  "$@"
  echo "exit code $?"
  echo
}

run npx aws-secure-database config check docs/gate/pack.json
run npx aws-secure-database exceptions check docs/gate/exceptions.yaml

# The stack has never been deployed: a preview tells the URNs, even when it is blocked.
pulumi preview -C examples/insecure -s dev --json --policy-pack "$pack" --policy-pack-config "$PWD/docs/gate/pack.json" \
  > "$work/preview.json"
run npx aws-secure-database exceptions compile docs/gate/exceptions.yaml --config docs/gate/pack.json \
  --preview "$work/preview.json" --output "$work/compiled.json"
run cat "$work/compiled.json"

run pulumi preview -C examples/insecure -s dev --non-interactive --suppress-progress --suppress-outputs \
  --policy-pack "$pack" --policy-pack-config "$work/compiled.json" --show-policy-exceptions
