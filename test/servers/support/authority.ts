import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as x509 from "@peculiar/x509";

x509.cryptoProvider.set(webcrypto);

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const dayMs = 24 * 3_600_000;

/** An authority of the tests' own, which signs certificates of servers. */
export interface Authority {
  /** Its certificate, as PEM: what is given as `ca`. */
  readonly pem: string;
  issue(name: string, days?: Validity): Promise<ServerCertificate>;
}

/** The first and the last day of a certificate, counted from now. */
export type Validity = readonly [from: number, to: number];

export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

export async function createAuthority(name = "Test authority"): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    ...within([-400, 400]),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const issue = async (host: string, days: Validity = [-1, 90]): Promise<ServerCertificate> => {
    const own = await newKeys();
    const issued = await x509.X509CertificateGenerator.create({
      subject: `CN=${host}`,
      issuer: certificate.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: algorithm,
      ...within(days),
      extensions: [
        new x509.SubjectAlternativeNameExtension([{ type: "dns", value: host }]),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      ],
    });
    const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", own.privateKey), "PRIVATE KEY");
    return { certificate: issued.toString("pem"), key };
  };
  return { pem: certificate.toString("pem"), issue };
}

/** Puts a certificate and its key where a server reads them. */
export function writeCertificate(folder: string, { certificate, key }: ServerCertificate): void {
  writeFileSync(join(folder, "server.crt"), `${certificate}\n`);
  writeFileSync(join(folder, "server.key"), `${key}\n`);
  chmodSync(join(folder, "server.key"), 0o600);
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]) as Promise<webcrypto.CryptoKeyPair>;
}

function within([from, to]: Validity): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(Date.now() + from * dayMs), notAfter: new Date(Date.now() + to * dayMs) };
}
