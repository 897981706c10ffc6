/** What the CLI says of a pack before it uploads it. Only what the tests look at. */
export interface PackDescription {
  readonly name: string;
  readonly versionTag: string;
  readonly displayName: string;
  readonly description: string;
  readonly readme: string;
  readonly policies: readonly {
    readonly name: string;
    readonly severity?: string;
    readonly enforcementLevel: string;
    readonly configSchema?: object;
  }[];
}

/** A version of a policy pack as the organization has it. */
export interface PublishedPack {
  /** Counts the versions of one name from 1. */
  readonly version: number;
  readonly description: PackDescription;
  /** The tarball as it was uploaded. */
  archive?: Buffer;
  /** Whether the CLI has declared the upload done; only then the version can be used. */
  complete: boolean;
}

/** What Pulumi Cloud answers when it refuses. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The policy packs of one organization. */
export class Packs {
  private readonly packs = new Map<string, PublishedPack>();

  /**
   * Takes the description of a new version.
   * @throws when the version was published before, in Pulumi Cloud's words: https://github.com/pulumi/docs/issues/2843
   */
  announce(description: PackDescription): PublishedPack {
    const { name, versionTag } = description;
    if (this.packs.has(key(name, versionTag))) {
      throw new Refusal(400, `Bad Request: Policy Pack: ${name}, Version Tag: ${versionTag} already exists`);
    }
    const version = 1 + [...this.packs.values()].filter((pack) => pack.description.name === name).length;
    const pack = { version, description, complete: false };
    this.packs.set(key(name, versionTag), pack);
    return pack;
  }

  upload(name: string, versionTag: string, archive: Buffer): void {
    this.announced(name, versionTag).archive = archive;
  }

  /** Ends the publishing of a version. The CLI itself does not look at the answer to its upload. */
  complete(name: string, versionTag: string): void {
    const pack = this.announced(name, versionTag);
    if (pack.archive === undefined) {
      throw new Refusal(400, `Bad Request: Policy Pack: ${name}, Version Tag: ${versionTag} was not uploaded`);
    }
    pack.complete = true;
  }

  /** A version that can be used. */
  published(name: string, versionTag: string): PublishedPack & { readonly archive: Buffer } {
    const { archive, complete, ...pack } = this.announced(name, versionTag);
    if (!complete || archive === undefined) {
      throw notFound();
    }
    return { ...pack, archive, complete };
  }

  private announced(name: string, versionTag: string): PublishedPack {
    const pack = this.packs.get(key(name, versionTag));
    if (pack === undefined) {
      throw notFound();
    }
    return pack;
  }
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

function key(name: string, versionTag: string): string {
  return `${name}/${versionTag}`;
}
