import type { AnyControl, PeerIds } from "../controls";
import { kindNames } from "../inventory/model";

const peerNames: { readonly [K in keyof Required<PeerIds>]: string } = {
  securityHub: "Security Hub",
  cis: "CIS AWS Foundations 5.0",
  nist: "NIST SP 800-53 rev. 5",
  pci: "PCI DSS 4.0",
  checkov: "Checkov",
  trivy: "Trivy",
  prowler: "Prowler",
};

/** The page that lists the catalogue, made from the objects that judge. */
export function controlsPage(controls: readonly AnyControl[]): string {
  const rows = controls.map(
    ({ id, severity, subject, title }) => `| [${id}](#${id}) | ${severity} | ${kindNames[subject]} | ${title} |`,
  );
  return [
    "# Controls",
    "",
    "Made by `npm run docs` from the catalogue in `controls/`. The id is also the policy's name and the audit's rule id.",
    "",
    "| control | severity | about | asks that |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    ...controls.flatMap(section),
  ].join("\n");
}

function section(control: AnyControl): readonly string[] {
  const options = Object.entries(control.options).map(
    ([name, { schema, default: value }]) =>
      `| \`${name}\` | ${schema.type} | \`${JSON.stringify(value)}\` | ${schema.description} |`,
  );
  const peers = Object.entries(peerNames).flatMap(([peer, name]) => {
    const ids = control.peerIds[peer as keyof PeerIds];
    return ids === undefined ? [] : [`- ${name}: ${ids.join(", ")}`];
  });
  return [
    `## ${control.id}`,
    "",
    `${control.title}. ${control.why}`,
    "",
    `**To mend it:** ${control.remediation}`,
    "",
    ...(options.length === 0 ? [] : ["| option | type | default | |", "| --- | --- | --- | --- |", ...options, ""]),
    ...(peers.length === 0 ? [] : [...peers, ""]),
  ];
}
