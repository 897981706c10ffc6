import type { PeerIds } from "./control";

export type FrameworkKey = keyof Required<PeerIds>;

/** A catalogue that knows controls by ids of its own. */
export interface Framework {
  readonly key: FrameworkKey;
  /** In full, as auditors write it. */
  readonly name: string;
  /** As people say it. */
  readonly shortName: string;
  /** Absent for tools, which number no versions of their rules. */
  readonly version?: string;
}

/** In the order in which pages and lists show them. */
export const frameworks: readonly Framework[] = [
  {
    key: "securityHub",
    name: "AWS Foundational Security Best Practices",
    shortName: "Security Hub",
    version: "1.0.0",
  },
  { key: "cis", name: "CIS AWS Foundations Benchmark", shortName: "CIS", version: "5.0.0" },
  { key: "nist", name: "NIST SP 800-53", shortName: "NIST", version: "Rev. 5" },
  { key: "pci", name: "PCI DSS", shortName: "PCI DSS", version: "4.0.1" },
  { key: "checkov", name: "Checkov", shortName: "Checkov" },
  { key: "trivy", name: "Trivy", shortName: "Trivy" },
  { key: "prowler", name: "Prowler", shortName: "Prowler" },
];
